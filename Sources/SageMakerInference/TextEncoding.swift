/// The charset of a request's body.
enum TextEncoding: Sendable, Equatable {
    case utf8
    /// Also stands for ISO-8859-1, as the WHATWG Encoding Standard has it: the two differ only in 0x80 to 0x9F, where
    /// ISO-8859-1 has control characters that no text holds.
    case windows1252

    /// The encoding of a `charset` parameter; `nil` when it is not supported.
    init?(charset: String) {
        switch charset.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252": self = .windows1252
        default: return nil
        }
    }

    /// The text as UTF-8; UTF-8 itself is checked later, where a fault can name its record.
    func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard self == .windows1252, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: String(Character(Self.scalar(byte))).utf8)
            }
        }
        return text
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        let isPrintable = (0x80..<0xA0).contains(byte)
        return isPrintable ? printable[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// The characters of 0x80 to 0x9F.
    ///
    /// Source: https://encoding.spec.whatwg.org/index-windows-1252.txt
    private static let printable: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
    ]
}
