/// Cuts a body that arrives in pieces into slices of whole lines, or of whole CSV records.
struct RecordSlicer {
    private let hasQuotes: Bool
    private let limits: InvocationLimits
    private var bytes: [UInt8] = []
    /// Whether the end of `bytes` lies in quotes, where a line's end ends no record.
    private var isQuoted = false
    /// The ends of the last whole record and of the last line.
    private var recordEnd = 0
    private var lineEnd = 0

    /// Creates a slicer; with `hasQuotes` a record may hold line ends in double quotes.
    init(hasQuotes: Bool, limits: InvocationLimits) {
        self.hasQuotes = hasQuotes
        self.limits = limits
    }

    /// Takes the next bytes of the body.
    mutating func append(_ piece: [UInt8]) {
        let start = bytes.count
        bytes += piece
        if hasQuotes {
            for (index, byte) in piece.enumerated() { note(byte, before: start + index + 1) }
        } else if let index = piece.lastIndex(of: UInt8(ascii: "\n")) {
            lineEnd = start + index + 1
            recordEnd = lineEnd
        }
    }

    private mutating func note(_ byte: UInt8, before end: Int) {
        if byte == UInt8(ascii: "\n") {
            lineEnd = end
            if !isQuoted { recordEnd = end }
        } else if byte == UInt8(ascii: "\"") {
            isQuoted.toggle()
        }
    }

    /// The next slice; nil when more bytes must come first.
    mutating func next() throws(InferenceError) -> [UInt8]? {
        guard bytes.count >= limits.sliceBytes else { return nil }
        if recordEnd > 0 { return take(recordEnd) }
        guard bytes.count >= limits.streamedRecordBytes else { return nil }
        guard lineEnd > 0 else { throw InferenceError(.recordTooLong(limit: limits.streamedRecordBytes)) }
        // A quote that nothing closes; the reader of the slice goes on line by line.
        isQuoted = false
        return take(lineEnd)
    }

    /// What is left at the end of the body.
    mutating func rest() -> [UInt8] {
        take(bytes.count)
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        let slice = Array(bytes[..<count])
        bytes.removeFirst(count)
        recordEnd = 0
        lineEnd = max(0, lineEnd - count)
        return slice
    }
}
