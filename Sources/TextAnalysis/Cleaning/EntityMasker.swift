/// Puts one mask byte in the place of each e-mail address, web address and number, in one pass.
///
/// Letters with at most four digits among them stay (`110v`, `s10`, `2x`); with more they are codes and are masked too,
/// so that no raw number of a person can be a term.
struct EntityMasker {
    /// The most digits that a word may have.
    private static let digitsOfWordLimit = 4

    private var index = 0
    /// Up to where the text has been written or has got masks; what follows stays as it is and is written in one piece.
    private var written = 0
    /// Where in the output the run of characters begins that may be the name of an e-mail address.
    private var addressStart = 0

    /// Where the last word ended, and the digits of all parts of its compound (`a9876-b5432`), which is one token.
    private var endOfWord = -1
    private var digitsOfCompound = 0

    /// Writes the masked text.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        var masker = EntityMasker()
        masker.addressStart = output.count
        while masker.index < text.count { masker.step(text, &output) }
        masker.write(text, to: &output)
    }

    /// As `apply`; calls `note` with each piece of the text and what became of it, which may replace what was there.
    static func apply(
        to text: borrowing Span<UInt8>,
        into output: inout [UInt8],
        note: (_ input: Range<Int>, _ output: Range<Int>) -> Void
    ) {
        var masker = EntityMasker()
        masker.addressStart = output.count
        while masker.index < text.count {
            let (start, count) = (masker.index, output.count)
            masker.step(text, &output)
            masker.write(text, to: &output)
            // A mask may have taken the place of what stood before, such as the name of an address.
            let isMasked = output.last.map(Mask.isMask) ?? false
            note(start..<masker.index, (isMasked ? output.count - 1 : count)..<output.count)
        }
    }

    /// Writes what lies between the last mask and here.
    private mutating func write(_ text: borrowing Span<UInt8>, to output: inout [UInt8]) {
        if written < index { output.append(text, written..<index) }
        written = index
    }

    /// The length of the output once all before here is written.
    private func length(of output: [UInt8]) -> Int {
        output.count + index - written
    }

    private mutating func step(_ text: borrowing Span<UInt8>, _ output: inout [UInt8]) {
        let byte = text[index]
        if Self.isWord(byte) || ((byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")) && digitFollows(text)) {
            readWord(text, &output)
        } else if byte == UInt8(ascii: "@"), length(of: output) > addressStart, index + 1 < text.count,
            Self.isWord(text[index + 1])
        {
            write(text, to: &output)
            output.removeLast(output.count - addressStart)
            skip(text) {
                Self.isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "@")
            }
            append(.email, to: &output)
        } else {
            index += 1
            if !Self.isAddress(byte) { addressStart = length(of: output) }
        }
    }

    private func digitFollows(_ text: borrowing Span<UInt8>) -> Bool {
        let next = index + 1 < text.count ? text[index + 1] : 0
        if next &- 0x30 < 10 { return true }
        return next == UInt8(ascii: "(") && index + 2 < text.count && text[index + 2] &- 0x30 < 10
    }

    /// Reads letters and digits that hang together, or a number.
    private mutating func readWord(_ text: borrowing Span<UInt8>, _ output: inout [UInt8]) {
        let first = text[index]
        if !Self.isLetter(first), let groups = NumberGroups(in: text, at: index) {
            return maskNumber(groups, text, &output)
        }
        if first | 0x20 == UInt8(ascii: "h") || first | 0x20 == UInt8(ascii: "w"), isWebAddress(text) {
            write(text, to: &output)
            skip(text) { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"") }
            return append(.url, to: &output)
        }
        if !continuesCompound(text) { digitsOfCompound = 0 }
        let (end, digits) = Self.endOfWord(text, after: index)
        digitsOfCompound += digits
        endOfWord = end
        if digitsOfCompound > Self.digitsOfWordLimit {
            write(text, to: &output)
            index = end
            append(NumberContext.isOrder(output) ? .order : .number, to: &output)
        } else {
            index = end
        }
    }

    /// Where the word that begins at `start` ends, and how many digits it has; one byte is taken whatever it is.
    private static func endOfWord(_ text: borrowing Span<UInt8>, after start: Int) -> (end: Int, digits: Int) {
        var (end, digits) = (start, 0)
        repeat {
            if text[end] &- 0x30 < 10 { digits += 1 }
            end += 1
            while end + 8 <= text.count {
                let run = ASCIIRun(text.word64(at: end))
                digits += run.digits
                end += run.count
                if run.count < 8 { break }
            }
        } while end < text.count && isWord(text[end])
        return (end, digits)
    }

    private mutating func maskNumber(
        _ groups: NumberGroups,
        _ text: borrowing Span<UInt8>,
        _ output: inout [UInt8]
    ) {
        write(text, to: &output)
        let context = NumberContext.read(&output)
        let number = NumberMask(groups, in: text, context: context)
        index = groups.groups[number.groupCount - 1].range.upperBound
        let isAmount = number.mask == .number && NumberContext.isCurrency(text, after: index)
        append(isAmount ? .amount : number.mask, to: &output)
    }

    private func continuesCompound(_ text: borrowing Span<UInt8>) -> Bool {
        guard endOfWord >= 0, index == endOfWord + 1 else { return false }
        return text[endOfWord] == UInt8(ascii: "-") || text[endOfWord] == UInt8(ascii: "'")
    }

    private func isWebAddress(_ text: borrowing Span<UInt8>) -> Bool {
        Self.beginnings.contains { beginning in
            guard index + beginning.count <= text.count else { return false }
            for (offset, byte) in beginning.enumerated() where text[index + offset] | 0x20 != byte | 0x20 {
                return false
            }
            return true
        }
    }

    private static let beginnings = ["http://", "https://", "www."].map { Array($0.utf8) }

    /// Writes a mask for what has been read since the last `write`.
    private mutating func append(_ mask: Mask, to output: inout [UInt8]) {
        output.append(mask.rawValue)
        written = index
    }

    private mutating func skip(_ text: borrowing Span<UInt8>, while belongs: (UInt8) -> Bool) {
        while index < text.count, belongs(text[index]) { index += 1 }
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
    }

    /// Whether a byte may stand in the name of an e-mail address (RFC 5322 section 3.2.3, the common ones), or a mask.
    private static func isAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
