/// Decodes bytes of unknown encoding.
public enum TextDecoder {
    /// The text of bytes in UTF-8, or else in Windows-1252, in which every byte means something.
    public static func decode(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(scalar(of: byte)) }
        return String(scalars)
    }

    private static func scalar(of byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return specials[Int(byte) - 0x80]
    }

    /// The characters of Windows-1252 for 0x80 to 0x9F; U+FFFD where it has none.
    private static let specials = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars
    )
}
