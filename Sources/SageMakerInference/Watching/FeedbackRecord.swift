import JSON

/// What a person says of one message.
struct FeedbackRecord: Sendable, Equatable {
    let text: String
    /// The label that is right.
    let label: String
    /// The label that the caller was given, where the caller says so.
    let predicted: String?
    /// The caller's own name for the message.
    let id: String?

    /// Reads a record.
    ///
    /// - Throws: `InferenceError` that names the record, counted from 0.
    init(_ value: JSONValue, index: Int, limits: FeedbackLimits) throws(InferenceError) {
        guard case .object(let object) = value else {
            throw InferenceError(.unusableFeedback(index: index, "it is \(value.kindName), but must be an object"))
        }
        let reader = Reader(object: object, index: index, limit: limits.labelBytes)
        guard let text = try reader.string("text"), text.contains(where: { !$0.isWhitespace }) else {
            throw InferenceError(.unusableFeedback(index: index, "it has no \"text\""))
        }
        guard let label = try reader.name("label"), !label.isEmpty else {
            throw InferenceError(.unusableFeedback(index: index, "it has no \"label\""))
        }
        self.text = text
        self.label = label
        predicted = try reader.name("predicted")
        id = try reader.name("id")
    }

    /// Reads the records of a body: an object, an array of them, or one a line.
    static func records(
        _ body: [UInt8],
        isLines: Bool,
        limits: FeedbackLimits
    ) throws(InferenceError) -> [FeedbackRecord] {
        guard body.count <= limits.bodyBytes else { throw InferenceError(.feedbackTooLong(limit: limits.bodyBytes)) }
        guard !body.isEmpty else { throw InferenceError(.emptyBody) }
        let values = isLines ? try lines(body) : try document(body)
        guard !values.isEmpty else { throw InferenceError(.emptyBody) }
        guard values.count <= limits.records else { throw InferenceError(.tooManyRecords(limit: limits.records)) }
        var records: [FeedbackRecord] = []
        for (index, value) in values.enumerated() {
            records.append(try FeedbackRecord(value, index: index, limits: limits))
        }
        return records
    }

    private static func document(_ body: [UInt8]) throws(InferenceError) -> [JSONValue] {
        do {
            let value = try JSONValue(parsing: body)
            return value.arrayValue ?? [value]
        } catch {
            throw InferenceError(.invalidJSON(error))
        }
    }

    private static func lines(_ body: [UInt8]) throws(InferenceError) -> [JSONValue] {
        let lines = JSONLines(body)
        var values: [JSONValue] = []
        for line in lines where !line.isBlank {
            do {
                values.append(try lines.value(of: line))
            } catch {
                throw InferenceError(.invalidJSON(error))
            }
        }
        return values
    }
}

extension FeedbackRecord {
    /// The record as a line that training reads; `text` is the masked one.
    func line(masked text: String, predicted: String, day: UTCDay) -> [UInt8] {
        var object = JSONObject()
        object["text"] = .string(text)
        object["label"] = .string(label)
        object["predicted"] = .string(predicted)
        object["day"] = .string(day.description)
        if let id { object["id"] = .string(id) }
        return JSONValue.object(object).serialized() + [0x0A]
    }

    /// Reads the members of one record.
    private struct Reader {
        let object: JSONObject
        let index: Int
        let limit: Int

        func string(_ key: String) throws(InferenceError) -> String? {
            switch object[key] {
            case nil, .null?: return nil
            case .string(let text)?: return text
            case let value?:
                let reason = "\"\(key)\" must be a string, found \(value.kindName)"
                throw InferenceError(.unusableFeedback(index: index, reason))
            }
        }

        func name(_ key: String) throws(InferenceError) -> String? {
            guard let text = try string(key) else { return nil }
            guard text.utf8.count <= limit else {
                throw InferenceError(.unusableFeedback(index: index, "\"\(key)\" is longer than \(limit) bytes"))
            }
            return text
        }
    }
}
