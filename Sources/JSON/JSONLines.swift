/// The lines of a JSON Lines text: one value a line, ended by LF or CRLF; the last one may lack its end.
///
/// Blank lines are handed out too, because only the caller knows whether they count as records.
public struct JSONLines: Sequence, IteratorProtocol, Sendable {
    /// One line without its end.
    public struct Line: Sendable, Equatable {
        /// The number of the line, from 1.
        public let number: Int
        /// Where the line's bytes are.
        public let range: Range<Int>
        /// Whether the line holds only spaces and tabs.
        public let isBlank: Bool
    }

    private let bytes: [UInt8]
    private var position: Int
    private var number = 0

    /// Prepares to walk the lines of `bytes`; a leading byte order mark belongs to no line.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next line; `nil` past the last one.
    public mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        let start = position
        let newline = bytes[start...].firstIndex(of: Byte.newline)
        var end = newline ?? bytes.count
        position = newline.map { $0 + 1 } ?? bytes.count
        number += 1
        if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
        let isBlank = bytes[start..<end].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
        return Line(number: number, range: start..<end, isBlank: isBlank)
    }

    /// Reads the value of a line; an error names the line and the byte in the whole text.
    public func value(of line: Line, limits: JSONLimits = .standard) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes, in: line.range, firstLine: line.number, limits: limits)
        return try parser.parse()
    }
}
