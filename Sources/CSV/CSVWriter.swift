/// Writes CSV that strict readers accept: a field that holds the delimiter, a quote, CR or LF is quoted (RFC 4180).
public struct CSVWriter: Sendable {
    /// What is written so far.
    public private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private var fieldsInRecord = 0
    private var recordBegin = 0

    /// Creates a writer; SageMaker splits CSV at LF, so that is the default line end.
    public init(delimiter: UInt8 = UInt8(ascii: ","), lineEnd: String = "\n") {
        self.delimiter = delimiter
        self.lineEnd = Array(lineEnd.utf8)
    }

    /// Writes a whole record.
    public mutating func write(record fields: some Sequence<some StringProtocol>) {
        for field in fields { write(field: field) }
        endRecord()
    }

    /// Writes the next field of the record.
    public mutating func write(field: some StringProtocol) {
        write(field: Array(field.utf8))
    }

    /// Writes the next field of the record; without a copy of it.
    public mutating func write(field: String) {
        beginField()
        if needsQuotes(field.utf8Span.span) {
            writeQuoted(field.utf8)
        } else {
            bytes.append(contentsOf: field.utf8)
        }
    }

    /// Writes the next field of the record from its bytes.
    public mutating func write(field: [UInt8]) {
        beginField()
        if needsQuotes(field.span) {
            writeQuoted(field)
        } else {
            bytes.append(contentsOf: field)
        }
    }

    private mutating func beginField() {
        if fieldsInRecord > 0 { bytes.append(delimiter) }
        fieldsInRecord += 1
    }

    private mutating func writeQuoted(_ field: some Sequence<UInt8>) {
        let quote = UInt8(ascii: "\"")
        bytes.append(quote)
        for byte in field {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Ends the record.
    public mutating func endRecord() {
        // One empty field alone would be a blank line, which readers pass over.
        if fieldsInRecord == 1, bytes.count == recordBegin { bytes.append(contentsOf: #""""#.utf8) }
        bytes.append(contentsOf: lineEnd)
        fieldsInRecord = 0
        recordBegin = bytes.count
    }

    /// Gives what is written so far and forgets it, for streaming.
    public mutating func takeBytes() -> [UInt8] {
        defer {
            bytes = []
            recordBegin = 0
        }
        return bytes
    }

    private func needsQuotes(_ field: Span<UInt8>) -> Bool {
        for index in field.indices {
            let byte = field[index]
            if byte == delimiter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
            {
                return true
            }
        }
        return false
    }
}
