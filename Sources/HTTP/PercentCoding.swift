/// Percent-encoding of URLs (RFC 3986 section 2.1).
public enum PercentCoding {
    /// The text without escapes; nil when an escape is malformed or the result is not UTF-8.
    public static func decode(_ text: some StringProtocol) -> String? {
        decode(Array(text.utf8), plusIsSpace: false)
    }

    static func decode(_ bytes: [UInt8], plusIsSpace: Bool) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == ByteClass.percent {
                guard index + 2 < bytes.count, let high = ByteClass.hexDigit(bytes[index + 1]),
                    let low = ByteClass.hexDigit(bytes[index + 2])
                else { return nil }
                decoded.append(UInt8(high * 16 + low))
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == ByteClass.plus ? ByteClass.space : byte)
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// The text with every byte escaped that is not unreserved (RFC 3986 section 2.3), so it fits in any part of a URL.
    ///
    /// `allowed` names further ASCII characters that stay as they are.
    public static func encode(_ text: some StringProtocol, allowed: StaticString = "") -> String {
        let allowed = allowed.description.utf8
        var encoded = ""
        for byte in text.utf8 {
            if isUnreserved(byte) || allowed.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
