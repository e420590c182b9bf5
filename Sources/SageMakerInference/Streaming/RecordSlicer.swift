/// Cuts a body that arrives in pieces into slices of whole lines, or of whole CSV records.
struct RecordSlicer {
    /// A slice is handed out when it has this many bytes: enough that its cost is that of its records.
    static let sliceBytes = 262_144
    /// The longest record; what has no end within it is cut at a line's end.
    static let recordBytes = 16_777_216

    private let hasQuotes: Bool
    private let sliceBytes: Int
    private var bytes: [UInt8] = []
    /// Whether the end of `bytes` lies in quotes, where a line's end ends no record.
    private var isQuoted = false
    /// The ends of the last whole record and of the last line.
    private var recordEnd = 0
    private var lineEnd = 0

    /// Creates a slicer; with `hasQuotes` a record may hold line ends in double quotes.
    init(hasQuotes: Bool, sliceBytes: Int = Self.sliceBytes) {
        self.hasQuotes = hasQuotes
        self.sliceBytes = sliceBytes
    }

    /// Takes the next bytes of the body.
    mutating func append(_ piece: [UInt8]) {
        let start = bytes.count
        bytes += piece
        for (index, byte) in piece.enumerated() {
            if byte == UInt8(ascii: "\n") {
                lineEnd = start + index + 1
                if !isQuoted { recordEnd = lineEnd }
            } else if hasQuotes, byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
        }
    }

    /// The next slice; nil when more bytes must come first.
    mutating func next() throws(InferenceError) -> [UInt8]? {
        guard bytes.count >= sliceBytes else { return nil }
        if recordEnd > 0 { return take(recordEnd) }
        guard bytes.count >= Self.recordBytes else { return nil }
        guard lineEnd > 0 else { throw InferenceError(.recordTooLong(limit: Self.recordBytes)) }
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
