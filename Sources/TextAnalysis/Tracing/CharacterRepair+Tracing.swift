extension CharacterRepair {
    /// Repairs a text as `apply` does, piece by piece, and notes where each piece came from.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8], tracing map: inout OffsetMap) {
        var index = 0
        while index < text.count {
            let end = endOfPiece(text, index)
            var start = output.count
            apply(to: text.extracting(index..<end), into: &output)
            // A combining mark changes the letter before it.
            if isMark(text, index), output.count > start { start -= 1 }
            map.note(index..<end, became: start..<output.count)
            index = end
        }
    }

    /// The end of the longest piece from `index` on that keeps its length, or of the next character.
    private static func endOfPiece(_ text: borrowing Span<UInt8>, _ index: Int) -> Int {
        if text[index] == 0x0D { return index + 1 < text.count && text[index + 1] == 0x0A ? index + 2 : index + 1 }
        var end = index
        while end < text.count, text[end] < 0x80, text[end] != 0x0D { end += 1 }
        if end > index { return end }
        // The beginning of a letter that was encoded twice takes four bytes.
        if index + 3 < text.count, text[index] == 0xC3, text[index + 1] == 0x83, text[index + 2] == 0xC2 {
            return index + 4
        }
        return index + UTF8Scalar(in: text, at: index).length
    }

    private static func isMark(_ text: borrowing Span<UInt8>, _ index: Int) -> Bool {
        Letters.isCombiningMark(UTF8Scalar(in: text, at: index).value)
    }
}
