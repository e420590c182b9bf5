/// One line of a message: where it lies, and the beginning of its text as patterns compare it.
struct TextLine {
    /// How much of a line patterns see, in bytes.
    private static let keyLimit = 320

    /// The line without its line feed.
    var range: Range<Int>
    /// Trimmed, in lower case, without accents, without the asterisks that plain text puts for bold type.
    var key: [UInt8]
    /// Whether the first character is `>`.
    var isQuoted: Bool

    var isBlank: Bool { key.isEmpty }

    /// The lines of a text, in O(bytes).
    static func lines(of text: borrowing Span<UInt8>) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        for index in text.indices where text[index] == 0x0A {
            lines.append(TextLine(text, start..<index))
            start = index + 1
        }
        lines.append(TextLine(text, start..<text.count))
        return lines
    }

    private init(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        self.range = range
        var start = range.lowerBound
        while start < range.upperBound, Self.isSpace(text[start]) { start += 1 }
        isQuoted = start < range.upperBound && text[start] == UInt8(ascii: ">")
        var end = range.upperBound
        while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
        end = min(end, start + Self.keyLimit)
        var bytes: [UInt8] = []
        for index in start..<end where text[index] != UInt8(ascii: "*") { bytes.append(text[index]) }
        key = Letters.folded(Letters.lowercased(bytes))
    }

    /// Whether the line begins with a text.
    func begins(with prefix: [UInt8]) -> Bool {
        key.starts(with: prefix)
    }

    /// Whether the line begins with a text and no letter follows it.
    func begins(withWord word: [UInt8]) -> Bool {
        guard key.starts(with: word) else { return false }
        return word.count == key.count || (key[word.count] | 0x20) &- 0x61 >= 26
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09
    }
}
