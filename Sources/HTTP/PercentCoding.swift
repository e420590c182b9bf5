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
}
