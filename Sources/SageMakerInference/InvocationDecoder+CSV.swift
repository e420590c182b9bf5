import CSV

extension InvocationDecoder {
    /// Reads one record a row.
    ///
    /// When a row is no CSV, the reader cannot know where the next one begins; from there each line is taken for a row
    /// of its own, so that the rows around it keep their answers.
    func decodeCSV(_ bytes: [UInt8], header: RequestFormat.Header, labels: Int) throws(InferenceError) -> Invocation {
        var collector = CSVRowCollector(header: header, labels: labels, decoder: self)
        try decodeCSV(bytes, into: &collector)
        return Invocation(records: collector.takeRecords())
    }

    /// Reads the rows of a text, or of a part of one that ends where a row does.
    func decodeCSV(_ bytes: [UInt8], into collector: inout CSVRowCollector) throws(InferenceError) {
        var reader = CSVReader(bytes: bytes, dialect: CSVDialect(skipsBlankLines: !isBatch))
        var nextLine = 1
        while true {
            switch reader.nextResult() {
            case .success(nil): return
            case .success(let row?):
                nextLine = row.line + row.bytes.count { $0 == UInt8(ascii: "\n") } + 1
                try collector.take(row)
            case .failure: return try collector.takeLines(of: bytes, from: nextLine)
            }
        }
    }
}

extension CSVReader {
    /// The next record or its fault, for a caller whose own error is another one.
    mutating func nextResult() -> Result<CSVRecord?, CSVError> {
        do {
            return .success(try nextRecord())
        } catch {
            return .failure(error)
        }
    }
}
