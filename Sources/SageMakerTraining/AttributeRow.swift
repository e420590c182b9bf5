internal import JSON

/// Gathers the attributes of one line of an augmented manifest, which come one by one in a fixed order.
struct AttributeRow {
    private let names: [String]
    private let columns: DocumentColumns
    private let places: DocumentColumns.Places
    private var values: [String] = []

    /// Creates the row of an augmented manifest's `AttributeNames`.
    ///
    /// - Throws: `TrainingError` when text or label are not among the names.
    init(_ names: [String], _ columns: DocumentColumns) throws(TrainingError) {
        self.names = names
        self.columns = columns
        places = try columns.places(in: names)
    }

    /// Takes the next attribute; the last one of a row makes a document.
    mutating func take(_ bytes: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        values.append(try Self.text(of: bytes, isLabel: values.count == places.label))
        guard values.count == names.count else { return }
        defer { values.removeAll(keepingCapacity: true) }
        guard columns.admits(places.filter.map { values[$0] }) else { return documents.pass() }
        try documents.add(text: values[places.text], label: values[places.label], column: names[places.label])
    }

    /// Checks that no row is begun.
    ///
    /// - Throws: `TrainingError` that says how records should come.
    func requireNothingLeft() throws(TrainingError) {
        guard values.isEmpty else {
            throw TrainingError(
                .malformed(
                    "the records should come in turn as \(names.joined(separator: ", ")), but the last "
                        + "\(values.count == 1 ? "one stands" : "\(values.count) stand") alone; "
                        + "set the hyperparameter attribute_names to the AttributeNames of the job"
                )
            )
        }
    }

    /// The attribute as a text: a JSON string without its quotes, the first of several labels, else the bytes as they
    /// are.
    private static func text(of bytes: [UInt8], isLabel: Bool) throws(TrainingError) -> String {
        let first = bytes.first { $0 > 0x20 }
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "["), let value = try? JSONValue(parsing: bytes) {
            if let text = value.stringValue { return text }
            if isLabel, let element = value.arrayValue?.first { return element.stringValue ?? element.description }
        }
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw TrainingError(
                .malformed("byte \(error.byteOffsets.lowerBound): the bytes are not UTF-8; save the text as UTF-8")
            )
        }
    }
}
