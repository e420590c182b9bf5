/// Decodes what a mail program left of the quoted-printable encoding (RFC 2045 section 6.7): `=C3=A7`, `=` at line ends.
enum QuotedPrintable {
    /// Writes the decoded text; texts without encoded bytes above 0x7F stay as they are.
    ///
    /// A single `=20` or `a=3D` in a plain text is more likely the customer's own.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        guard hasEncodedByte(text) else { return output.append(text, 0..<text.count) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "="), let length = lineEndLength(text, index + 1) {
                index += 1 + length
            } else if let byte = encodedByte(text, index) {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(text[index])
                index += 1
            }
        }
        output.append(contentsOf: TextDecoder.decode(decoded).utf8)
    }

    static func hasEncodedByte(_ text: borrowing Span<UInt8>) -> Bool {
        for index in text.indices where (encodedByte(text, index) ?? 0) >= 0x80 { return true }
        return false
    }

    static func lineEndLength(_ text: borrowing Span<UInt8>, _ index: Int) -> Int? {
        guard index < text.count else { return nil }
        if text[index] == 0x0A { return 1 }
        return text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? 2 : nil
    }

    static func encodedByte(_ text: borrowing Span<UInt8>, _ index: Int) -> UInt8? {
        guard text[index] == UInt8(ascii: "="), index + 2 < text.count,
            let high = hexDigit(text[index + 1]), let low = hexDigit(text[index + 2])
        else { return nil }
        return high << 4 | low
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Appends a part of a text.
    mutating func append(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        unsafe text.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
