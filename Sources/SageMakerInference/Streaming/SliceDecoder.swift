import CSV
import JSON

/// Decodes a body slice by slice; faults name their places in the whole body.
struct SliceDecoder {
    private let decoder: InvocationDecoder
    private let format: RequestFormat
    private var csv: CSVRowCollector?
    private var lines = 0
    private var bytes = 0

    init(_ decoder: InvocationDecoder, format: RequestFormat) {
        self.decoder = decoder
        self.format = format
        if case .csv(let header, let labels) = format.kind {
            csv = CSVRowCollector(header: header, labels: labels, decoder: decoder)
        }
    }

    /// The records of the next slice, which ends where a record does.
    mutating func records(_ slice: [UInt8]) throws(InferenceError) -> [InvocationRecord] {
        let text = format.encoding.utf8(slice)
        let records = try decode(text)
        defer {
            lines += text.count { $0 == UInt8(ascii: "\n") }
            bytes += text.count
        }
        guard bytes > 0 else { return records }
        return records.map { record in
            guard case .failure(let fault) = record.text else { return record }
            return InvocationRecord(text: .failure(fault.moved(lines: lines, bytes: bytes)), k: record.k)
        }
    }

    private mutating func decode(_ text: [UInt8]) throws(InferenceError) -> [InvocationRecord] {
        switch format.kind {
        case .json, .jsonLines: return try decoder.decodeJSONLines(JSONLines(text)).records
        case .plainText: return try decoder.decodePlainText(JSONLines(text)).records
        case .csv:
            guard var collector = csv else { return [] }
            try decoder.decodeCSV(text, into: &collector)
            let records = collector.takeRecords()
            csv = collector
            return records
        }
    }
}

extension RecordFault {
    /// The fault of a record in a slice, at its place in the whole body.
    fileprivate func moved(lines: Int, bytes: Int) -> RecordFault {
        switch self {
        case .fieldCount(let found, let expected, let line):
            .fieldCount(found: found, expected: expected, line: line + lines)
        case .invalidUTF8(let line, let byte): .invalidUTF8(line: line + lines, byte: byte + bytes)
        case .invalidJSON(let error): .invalidJSON(error.moved(lines: lines, bytes: bytes))
        case .invalidCSV(let error):
            .invalidCSV(
                CSVError(error.kind, record: error.record, line: error.line + lines, byte: error.byte + bytes)
            )
        case .blankLine, .noText, .textIsNotAString, .notARecord: self
        }
    }
}
