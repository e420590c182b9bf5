/// Leaves out the messages that a reply quotes: what follows an attribution line or a block of headers, and `>` lines.
///
/// When nothing stands above the quoted message, as in a forwarded one, the quoted message stays and only its headers
/// go; when nothing at all would be left, the text stays as it is.
enum QuoteRemover {
    /// Writes the part that the sender wrote.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        apply(to: text, into: &output) { _, _ in }
    }

    /// As `apply`; calls `note` with each line that is kept and where it is put.
    static func apply(
        to text: borrowing Span<UInt8>,
        into output: inout [UInt8],
        note: (_ input: Range<Int>, _ output: Range<Int>) -> Void
    ) {
        let lines = TextLine.lines(of: text)
        let kept = keptLines(lines)
        guard kept.contains(where: { !$0.isBlank }) else {
            output.append(text, 0..<text.count)
            return note(0..<text.count, 0..<text.count)
        }
        for line in kept {
            if !output.isEmpty { output.append(0x0A) }
            note(line.range, output.count..<output.count + line.range.count)
            output.append(text, line.range)
        }
    }

    private static func keptLines(_ lines: [TextLine]) -> [TextLine] {
        var kept: [TextLine] = []
        var hasText = false
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let length = QuoteHeader.length(at: index, of: lines) {
                // A reply may also stand below the lines that it quotes.
                if hasText, !hasTextBelowQuote(lines, from: index + length) { break }
                index += length
            } else {
                if !line.isQuoted {
                    kept.append(line)
                    hasText = hasText || !line.isBlank
                }
                index += 1
            }
        }
        return kept
    }

    /// Whether `>` lines follow and then lines of another sort that are no quote again.
    private static func hasTextBelowQuote(_ lines: [TextLine], from start: Int) -> Bool {
        guard let first = lines[start...].first(where: { !$0.isBlank }), first.isQuoted else { return false }
        return lines[start...].contains { !$0.isBlank && !$0.isQuoted }
    }
}
