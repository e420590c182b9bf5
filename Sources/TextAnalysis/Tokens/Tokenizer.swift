/// Cuts a cleaned text into words in lower case and masks.
///
/// A word is letters and digits of any script, with single hyphens or apostrophes inside (`enviou-me`, `don't`).
struct Tokenizer {
    /// What was read.
    enum Token: Equatable {
        case word
        case mask(UInt8)
        case end
    }

    private(set) var position = 0

    /// Reads the next token of `text`; a word's bytes are left in `word`.
    @inline(__always)
    mutating func next(in text: borrowing Span<UInt8>, into word: inout WordBuffer) -> Token {
        word.removeAll()
        while position < text.count {
            let byte = text[position]
            if isASCIIWord(byte) {
                readASCII(text, into: &word)
            } else if readOther(byte, in: text, into: &word) {
                continue
            } else if !word.isEmpty {
                if !word.isTooLong { return .word }
                word.removeAll()
            } else {
                position += 1
                if Mask.isMask(byte) { return .mask(byte) }
            }
        }
        return word.isEmpty || word.isTooLong ? .end : .word
    }

    /// Takes a run of ASCII letters and digits.
    @inline(__always)
    private mutating func readASCII(_ text: borrowing Span<UInt8>, into word: inout WordBuffer) {
        var end = position + 1
        while end < text.count && isASCIIWord(text[end]) { end += 1 }
        word.appendASCII(text, position..<end)
        position = end
    }

    /// Takes what belongs to a word or is to be passed over; false at a byte that ends the word.
    @inline(__always)
    private mutating func readOther(_ byte: UInt8, in text: borrowing Span<UInt8>, into word: inout WordBuffer) -> Bool
    {
        if byte >= 0x80 { return readNonASCII(byte, in: text, into: &word) }
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), !word.isEmpty, position + 1 < text.count,
            isASCIIWord(text[position + 1]) || UTF8Scalar(in: text, at: position + 1).isLetter
        else { return false }
        word.append(byte)
        position += 1
        return true
    }

    @inline(__always)
    private mutating func readNonASCII(
        _ lead: UInt8,
        in text: borrowing Span<UInt8>,
        into word: inout WordBuffer
    ) -> Bool {
        if lead == 0xC3, position + 1 < text.count {
            let trail = text[position + 1]
            // U+00D7 and U+00F7, the signs of multiplication and division, stand among the letters.
            if trail | 0x20 == 0xB7 { return readSeparator(ofLength: 2, after: word) }
            word.append(lead)
            word.append(trail < 0x9F ? trail | 0x20 : trail)
            position += 2
            return true
        }
        let scalar = UTF8Scalar(in: text, at: position)
        guard scalar.isLetter else { return readSeparator(ofLength: scalar.length, after: word) }
        word.appendLowercase(scalar)
        position += scalar.length
        return true
    }

    private mutating func readSeparator(ofLength length: Int, after word: borrowing WordBuffer) -> Bool {
        guard word.isEmpty else { return false }
        position += length
        return true
    }

    @inline(__always)
    private func isASCIIWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
