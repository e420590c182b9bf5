import CSV
import JSON

/// Which column of a CSV text is the text to classify, and how a row is read by it.
struct TextColumn: Sendable {
    private let index: Int
    /// The names of the columns; `nil` without a header.
    private let names: [String]?
    private let width: Int
    /// The columns that a record keeps.
    private let kept: [(index: Int, name: String)]

    /// The column after `labels` columns of labels, in a text without header.
    init(after labels: Int) {
        index = labels
        width = labels + 1
        names = nil
        kept = []
    }

    /// The column that the header names; the only column needs no known name.
    init(header names: [String], fields: TextFields, kept: Set<String> = []) throws(InferenceError) {
        guard let index = Self.index(in: names, fields: fields) ?? (names.count == 1 ? 0 : nil) else {
            throw InferenceError(.noTextColumn(lookedFor: fields.names, found: names))
        }
        self.index = index
        self.names = names
        width = names.count
        self.kept = names.enumerated().filter { kept.contains($1) }.map { (index: $0, name: $1) }
    }

    /// The first known name that is a column.
    static func index(in names: [String], fields: TextFields) -> Int? {
        for name in fields.names {
            if let index = names.firstIndex(of: name) { return index }
        }
        return nil
    }

    /// Reads a row.
    func record(_ row: CSVRecord) -> InvocationRecord {
        guard row.count == width, index < row.count else { return InvocationRecord(widthFault(row)) }
        do throws(CSVError) {
            return InvocationRecord(text: .success(try row.string(at: index)), fields: try keptFields(row))
        } catch {
            return InvocationRecord(.invalidCSV(error))
        }
    }

    private func widthFault(_ row: CSVRecord) -> RecordFault {
        guard names != nil else { return .fieldCount(found: row.count, expected: width, line: row.line) }
        let kind = CSVError.Kind.fieldCount(found: row.count, expected: width)
        return .invalidCSV(CSVError(kind, record: row.number, line: row.line, byte: row.byteOffset))
    }

    private func keptFields(_ row: CSVRecord) throws(CSVError) -> JSONObject? {
        guard !kept.isEmpty else { return nil }
        var fields = JSONObject()
        for column in kept { fields[column.name] = .string(try row.string(at: column.index)) }
        return fields
    }
}
