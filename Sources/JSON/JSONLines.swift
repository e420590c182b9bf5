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

    let bytes: [UInt8]
    private var position: Int
    private var end: Int
    private var number = 0

    /// Prepares to walk the lines of `bytes`; a leading byte order mark belongs to no line.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        end = bytes.count
    }

    /// How many lines are left; O(bytes), but without a look at what they hold.
    public var count: Int {
        var lines = 0
        var start = position
        while start < end {
            start = lineEnd(from: start)
            lines += 1
        }
        return lines
    }

    /// How many bytes the lines have that are left, with their ends.
    public var byteCount: Int { end - position }

    /// Steps over the next lines and hands them out, to be walked elsewhere; `nil` past the last one.
    ///
    /// It takes `count` lines, or fewer once they have `byteCount` bytes. Their numbers and places stay those in the
    /// whole text.
    public mutating func split(count: Int, byteCount: Int) -> JSONLines? {
        guard position < end, count > 0 else { return nil }
        var head = self
        var taken = 0
        while taken < count, position < end, taken == 0 || position - head.position < byteCount {
            position = lineEnd(from: position)
            taken += 1
        }
        head.end = position
        number += taken
        return head
    }

    /// The next line; `nil` past the last one.
    public mutating func next() -> Line? {
        guard position < end else { return nil }
        let start = position
        position = lineEnd(from: start)
        var lineEnd = position
        if bytes[lineEnd - 1] == Byte.newline { lineEnd -= 1 }
        number += 1
        if lineEnd > start, bytes[lineEnd - 1] == Byte.carriageReturn { lineEnd -= 1 }
        let isBlank = bytes[start..<lineEnd].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
        return Line(number: number, range: start..<lineEnd, isBlank: isBlank)
    }

    /// The place after the line that begins at `start`.
    private func lineEnd(from start: Int) -> Int {
        ByteSearch.lineFeed(in: bytes, start..<end).map { $0 + 1 } ?? end
    }

    /// The bytes of a line.
    public func bytes(of line: Line) -> ArraySlice<UInt8> {
        bytes[line.range]
    }

    /// Reads the value of a line; an error names the line and the byte in the whole text.
    public func value(of line: Line, limits: JSONLimits = .standard) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes, in: line.range, firstLine: line.number, limits: limits)
        return try parser.parse()
    }
}
