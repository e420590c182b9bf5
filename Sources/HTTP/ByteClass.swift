/// Classes of bytes in the grammar of HTTP.
enum ByteClass {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let semicolon = UInt8(ascii: ";")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let questionMark = UInt8(ascii: "?")
    static let slash = UInt8(ascii: "/")
    static let percent = UInt8(ascii: "%")
    static let plus = UInt8(ascii: "+")
    static let equals = UInt8(ascii: "=")

    /// `tchar` (RFC 9110 section 5.6.2).
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        byte < 128 && ((byte < 64 ? lowTokenBits : highTokenBits) >> UInt64(byte & 63)) & 1 == 1
    }

    /// What a field value may hold: visible characters, space, tab, `obs-text` (RFC 9110 section 5.5).
    @inline(__always)
    static func isFieldValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == tab
    }

    /// What a request target may hold: visible ASCII without the fragment sign (RFC 9112 section 3.2).
    @inline(__always)
    static func isTarget(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "#")
    }

    @inline(__always)
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == space || byte == tab
    }

    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    /// The value of a decimal digit.
    @inline(__always)
    static func digit(_ byte: UInt8) -> Int? {
        let value = byte &- UInt8(ascii: "0")
        return value < 10 ? Int(value) : nil
    }

    /// The value of a hexadecimal digit.
    @inline(__always)
    static func hexDigit(_ byte: UInt8) -> Int? {
        if let value = digit(byte) { return value }
        let value = lowercased(byte) &- UInt8(ascii: "a")
        return value < 6 ? Int(value) + 10 : nil
    }

    /// One bit for each ASCII code that is a token character, in two words; the tests compare them with the RFC's list.
    private static let lowTokenBits: UInt64 = 0x03FF_6CFA_0000_0000
    private static let highTokenBits: UInt64 = 0x57FF_FFFF_C7FF_FFFE
}

extension [UInt8] {
    /// Whether the bytes in `range` spell `text`, without regard to the case of ASCII letters.
    func equalsIgnoringCase(_ text: String, in range: Range<Int>) -> Bool {
        let text = text.utf8
        guard text.count == range.count else { return false }
        var index = range.lowerBound
        for byte in text {
            guard ByteClass.lowercased(byte) == ByteClass.lowercased(self[index]) else { return false }
            index += 1
        }
        return true
    }
}
