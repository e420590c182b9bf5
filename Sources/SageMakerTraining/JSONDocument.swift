internal import JSON

/// Reads a document from a JSON object.
struct JSONDocument {
    let columns: DocumentColumns

    /// Adds the document of a value.
    ///
    /// - Throws: `TrainingError` whose place is the line.
    func add(_ value: JSONValue, line: Int, to documents: inout DocumentCollector) throws(TrainingError) {
        do {
            try add(value, to: &documents)
        } catch {
            throw TrainingError(error.kind, at: "JSON line \(line)")
        }
    }

    private func add(_ value: JSONValue, to documents: inout DocumentCollector) throws(TrainingError) {
        guard let object = value.objectValue else {
            let example = #"{"text": "...", "label": "..."}"#
            throw TrainingError(.malformed("found \(value.kindName); give one object a document, such as \(example)"))
        }
        let places = try columns.places(in: object.keys)
        let value = try places.filter.map { index throws(TrainingError) in try Self.text(of: object.members[index]) }
        guard columns.admits(value) else { return documents.pass() }
        let text = object.members[places.text]
        let label = object.members[places.label]
        try documents.add(text: Self.text(of: text), label: Self.text(of: label), column: label.key)
    }

    private static func text(of member: JSONObject.Member) throws(TrainingError) -> String {
        switch member.value {
        case .string(let text): return text
        case .number(let number): return number.text
        case .bool(let flag): return flag ? "true" : "false"
        case .null: return ""
        case .array, .object:
            throw TrainingError(.notText(column: member.key, found: member.value.kindName))
        }
    }

    /// An error of the parser, with the byte in the whole file.
    static func malformed(_ error: JSONError, base: Int) -> TrainingError {
        TrainingError(
            .malformed("JSON line \(error.line), column \(error.column), byte \(base + error.offset): \(error.reason)")
        )
    }
}
