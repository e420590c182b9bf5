import JSON

/// Finds the text of one record that came as JSON.
struct RecordReader: Sendable {
    let fields: TextFields
    /// The fields that a record keeps beside its text.
    var keptFields: Set<String> = []

    func record(_ value: JSONValue) -> InvocationRecord {
        switch value {
        case .string(let text): return InvocationRecord(text)
        case .object(let object):
            return InvocationRecord(
                text: text(of: object),
                k: positiveNumber(object["k"]),
                fields: keptFields.isEmpty ? nil : object
            )
        default: return InvocationRecord(.notARecord(found: value.kindName))
        }
    }

    /// The text of a line that is an object of nothing else; `nil` for other lines, and where fields are kept.
    func soleText(on line: JSONLines.Line, of lines: JSONLines, limits: JSONLimits) -> String? {
        guard keptFields.isEmpty else { return nil }
        return lines.soleString(of: line, keys: fields.encodedNames, limits: limits)
    }

    /// The text of an object, by name or in the shapes of SageMaker's own algorithms.
    private func text(of object: JSONObject) -> Result<String, RecordFault> {
        for name in fields.names {
            if let value = object[name] { return string(value, field: name) }
        }
        if let features = object["features"] { return onlyString(features, field: "features") }
        if let values = object["data"]?["features"]?["values"] {
            return onlyString(values, field: "data.features.values")
        }
        return .failure(.noText(lookedFor: fields.searched, found: object.keys))
    }

    private func string(_ value: JSONValue, field: String) -> Result<String, RecordFault> {
        guard case .string(let text) = value else {
            return .failure(.textIsNotAString(field: field, found: value.kindName))
        }
        return .success(text)
    }

    /// The one string of a features array.
    private func onlyString(_ value: JSONValue, field: String) -> Result<String, RecordFault> {
        guard case .array(let elements) = value else { return string(value, field: field) }
        guard elements.count == 1 else {
            return .failure(.textIsNotAString(field: field, found: "an array of \(elements.count) values"))
        }
        return string(elements[0], field: field + "[0]")
    }

    /// A record may have a field `k` that means something else, so what is no such number is passed over.
    private func positiveNumber(_ value: JSONValue?) -> Int? {
        guard let number = value?.intValue, number > 0 else { return nil }
        return number
    }
}
