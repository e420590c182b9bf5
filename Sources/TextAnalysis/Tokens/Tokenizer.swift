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
            if Self.isASCIIWord(byte) {
                if readShortWord(text, into: &word) { return .word }
                readASCII(byte, in: text, into: &word)
            } else if Self.mayBelongToWord(byte), readOther(byte, in: text, into: &word) {
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

    /// Reads a whole word of up to seven ASCII letters and digits, as most are; false when there is none.
    @inline(__always)
    private mutating func readShortWord(_ text: borrowing Span<UInt8>, into word: inout WordBuffer) -> Bool {
        guard word.isEmpty, position + 8 <= text.count else { return false }
        let run = ASCIIRun(text.word64(at: position))
        guard run.count < 8, !Self.mayBelongToWord(text[position + run.count]) else { return false }
        word.set(run.lowercased, bytes: run.count)
        position += run.count
        return true
    }

    /// Takes a run of ASCII letters and digits that begins with `first`, and may go on.
    @inline(__always)
    private mutating func readASCII(_ first: UInt8, in text: borrowing Span<UInt8>, into word: inout WordBuffer) {
        if position + 8 <= text.count {
            let run = ASCIIRun(text.word64(at: position))
            word.append(run.lowercased, bytes: run.count)
            position += run.count
        } else {
            word.append(first &- 0x41 < 26 ? first | 0x20 : first)
            position += 1
        }
    }

    /// Takes what belongs to a word or is to be passed over; false at a byte that ends the word.
    @inline(never)
    private mutating func readOther(_ byte: UInt8, in text: borrowing Span<UInt8>, into word: inout WordBuffer) -> Bool
    {
        if byte >= 0x80 { return readNonASCII(byte, in: text, into: &word) }
        guard !word.isEmpty, position + 1 < text.count,
            Self.isASCIIWord(text[position + 1]) || UTF8Scalar(in: text, at: position + 1).isLetter
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
            let lower = trail < 0x9F ? trail | 0x20 : trail
            word.append(UInt64(lead) | UInt64(lower) << 8, bytes: 2)
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

    /// Whether a byte that is no ASCII letter or digit may yet stand in a word.
    @inline(__always)
    private static func mayBelongToWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
    }

    @inline(__always)
    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
