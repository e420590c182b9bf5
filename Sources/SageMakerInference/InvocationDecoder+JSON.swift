import JSON

extension InvocationDecoder {
    /// Reads one JSON document.
    ///
    /// In batch a body that is none is read as lines: `SplitType=Line` with `application/json` sends documents one after
    /// another, and a bad one must not cost the others.
    func decodeJSON(_ bytes: [UInt8]) throws(InferenceError) -> Invocation {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes, limits: limits.json)
        } catch {
            if isBatch { return try decodeJSONLines(JSONLines(bytes)) }
            throw InferenceError(.invalidJSON(error))
        }
        return try invocation(of: value)
    }

    private func invocation(of value: JSONValue) throws(InferenceError) -> Invocation {
        switch value {
        case .array(let elements):
            return Invocation(records: try records(in: elements), shape: .array)
        case .object(let object):
            return try invocation(of: object)
        case .string(let text):
            return Invocation(records: [InvocationRecord(text)], shape: .single)
        default:
            if isBatch { return Invocation(records: [reader.record(value)], shape: .single) }
            throw InferenceError(.unexpectedJSON(found: value.kindName))
        }
    }

    private func invocation(of object: JSONObject) throws(InferenceError) -> Invocation {
        if let instances = object["instances"] {
            let k = try topK(object["configuration"]?["k"], name: "configuration.k")
            return Invocation(records: try records(instances), shape: .wrapped, k: k)
        }
        // Hugging Face answers both forms of its request by an array.
        if let inputs = object["inputs"], reader.fields.names.first(where: { object[$0] != nil }) == "inputs" {
            let k = try topK(object["parameters"]?["top_k"], name: "parameters.top_k")
            return Invocation(records: try records(inputs), shape: .array, k: k)
        }
        return Invocation(records: [reader.record(.object(object))], shape: .single)
    }

    /// The elements of an array, or the one record that stands in its place.
    private func records(_ value: JSONValue) throws(InferenceError) -> [InvocationRecord] {
        guard case .array(let elements) = value else { return [reader.record(value)] }
        return try records(in: elements)
    }

    private func records(in elements: [JSONValue]) throws(InferenceError) -> [InvocationRecord] {
        try requireRoom(for: elements.count)
        return elements.map(reader.record)
    }

    private func topK(_ value: JSONValue?, name: String) throws(InferenceError) -> Int? {
        guard let value, value != .null else { return nil }
        guard let k = value.intValue, k > 0 else { throw InferenceError(.invalidTopK(name: name)) }
        return k
    }

    /// Reads one JSON value a line.
    func decodeJSONLines(_ lines: JSONLines) throws(InferenceError) -> Invocation {
        var records: [InvocationRecord] = []
        for line in lines where isBatch || !line.isBlank {
            try requireRoom(for: records.count + 1)
            records.append(line.isBlank ? InvocationRecord(.blankLine) : record(on: line, of: lines))
        }
        return Invocation(records: records)
    }

    private func record(on line: JSONLines.Line, of lines: JSONLines) -> InvocationRecord {
        if let text = reader.soleText(on: line, of: lines, limits: limits.json) { return InvocationRecord(text) }
        do throws(JSONError) {
            return reader.record(unwrapped(try lines.value(of: line, limits: limits.json)))
        } catch {
            return InvocationRecord(.invalidJSON(error))
        }
    }

    /// A line may hold a whole request of one record, as batch jobs over `application/json` do.
    private func unwrapped(_ value: JSONValue) -> JSONValue {
        guard case .array(let elements)? = value["instances"], elements.count == 1 else { return value }
        return elements[0]
    }
}
