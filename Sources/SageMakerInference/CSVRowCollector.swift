import CSV
import JSON

/// Turns rows into records; the first row decides which column is the text.
struct CSVRowCollector {
    let header: RequestFormat.Header
    let labels: Int
    let decoder: InvocationDecoder
    private var records: [InvocationRecord] = []
    private var column: TextColumn?

    init(header: RequestFormat.Header, labels: Int, decoder: InvocationDecoder) {
        self.header = header
        self.labels = labels
        self.decoder = decoder
    }

    /// Hands over the records so far.
    mutating func takeRecords() -> [InvocationRecord] {
        defer { records = [] }
        return records
    }

    /// Takes the next row: the header, or a record.
    mutating func take(_ row: CSVRecord) throws(InferenceError) {
        if let column { return try append(column.record(row)) }
        if let names = try headerNames(row) {
            column = try TextColumn(
                header: names,
                fields: decoder.reader.fields,
                kept: decoder.reader.keptFields
            )
        } else {
            let column = TextColumn(after: labels)
            self.column = column
            try append(column.record(row))
        }
    }

    /// Takes each line from `firstLine` on for a row of its own.
    mutating func takeLines(of bytes: [UInt8], from firstLine: Int) throws(InferenceError) {
        for line in JSONLines(bytes) where line.number >= firstLine && (decoder.isBatch || !line.isBlank) {
            var reader = CSVReader(bytes: Array(bytes[line.range]), dialect: CSVDialect(skipsBlankLines: false))
            switch reader.nextResult() {
            case .success(let row?): try take(row)
            case .success(nil): try append(InvocationRecord(""))
            case .failure(let error): try append(InvocationRecord(.invalidCSV(error.moved(to: line))))
            }
        }
    }

    private mutating func append(_ record: InvocationRecord) throws(InferenceError) {
        try decoder.requireRoom(for: records.count + 1)
        records.append(record)
    }

    /// The names in the first row, if it is a header.
    private func headerNames(_ row: CSVRecord) throws(InferenceError) -> [String]? {
        guard header != .absent else { return nil }
        do throws(CSVError) {
            let names = try row.strings()
            let isHeader = header == .present || TextColumn.index(in: names, fields: decoder.reader.fields) != nil
            return isHeader ? names : nil
        } catch {
            // A text that is not UTF-8 is a fault of its record; a header must be readable.
            if header == .present { throw InferenceError(.invalidCSV(error)) }
            return nil
        }
    }
}

extension CSVError {
    /// The error of a line that was read alone, at its place in the whole text.
    fileprivate func moved(to line: JSONLines.Line) -> CSVError {
        CSVError(kind, record: record, line: line.number, byte: byte + line.range.lowerBound)
    }
}
