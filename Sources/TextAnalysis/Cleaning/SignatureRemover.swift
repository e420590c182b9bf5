/// Leaves out the signature, the mail program's advertisement and the legal notice at the end of a message.
///
/// Only the last lines are looked at, and never the first line with text: a message that is all signature stays.
enum SignatureRemover {
    /// How many lines with text from the end may belong to a signature.
    private static let lineLimit = 11
    /// A line that says goodbye is no longer than this, in bytes.
    private static let lengthLimit = 60

    /// Writes the message without its signature.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        let lines = TextLine.lines(of: text)
        let written = lines.indices.filter { !lines[$0].isBlank }
        let candidates = written.dropFirst().suffix(lineLimit)
        let start = candidates.first { isSignatureStart(lines[$0].key) } ?? lines.count
        for line in lines[..<start] {
            if line.range.lowerBound > 0 { output.append(0x0A) }
            output.append(text, line.range)
        }
    }

    private static func isSignatureStart(_ key: [UInt8]) -> Bool {
        if SignaturePhrases.notices.contains(where: key.starts) { return true }
        guard key.count <= lengthLimit else { return false }
        if key.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) { return key.count >= 2 }
        if SignaturePhrases.openings.contains(where: key.starts) { return true }
        let bare = key.reversed().drop { $0 < 0x30 || $0 == UInt8(ascii: ";") }.reversed()
        if SignaturePhrases.farewells.contains(where: bare.elementsEqual) { return true }
        if key.last == UInt8(ascii: ","), SignaturePhrases.thanks.contains(where: bare.elementsEqual) { return true }
        return SignaturePhrases.signOffs.contains { isWord($0, beginning: key) }
    }

    private static func isWord(_ word: [UInt8], beginning key: [UInt8]) -> Bool {
        guard key.starts(with: word) else { return false }
        return key.count == word.count || (key[word.count] | 0x20) &- 0x61 >= 26
    }
}
