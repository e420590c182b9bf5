extension QuotedPrintable {
    /// Decodes a text as `apply` does and notes where each byte came from; in Windows-1252 nothing is known of it.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8], tracing map: inout OffsetMap) {
        apply(to: text, into: &output)
        var plain = OffsetMap()
        var decoded: [UInt8] = []
        let isEncoded = hasEncodedByte(text)
        var index = 0
        while index < text.count {
            let start = index
            if isEncoded, text[index] == UInt8(ascii: "="), let length = lineEndLength(text, index + 1) {
                index += 1 + length
                continue
            }
            let byte = isEncoded ? encodedByte(text, index) : nil
            index += byte == nil ? 1 : 3
            decoded.append(byte ?? text[start])
            plain.note(start..<index, became: decoded.count - 1..<decoded.count)
        }
        if decoded == output { map = plain }
    }
}
