/// Lower-casing and accent folding on UTF-8 bytes, by table for Latin letters.
enum Letters {
    /// For U+00C0 to U+017F the letter below the accent; a dot where Unicode decomposes nothing.
    private static let bases = Array(
        """
        AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.y\
        AaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGgHh..IiIiIiIiI...JjKk.LlLlLl.\
        ...NnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.
        """.utf8
    )

    /// The text in lower case.
    static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let scalar = UTF8Scalar(in: bytes.span, at: index)
            appendLowercase(scalar, to: &result)
            index += scalar.length
        }
        return result
    }

    /// Appends the lower-case letter of a scalar.
    static func appendLowercase(_ scalar: UTF8Scalar, to result: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case 0x41...0x5A:
            result.append(UInt8(truncatingIfNeeded: value | 0x20))
        case 0..<0x80:
            result.append(UInt8(truncatingIfNeeded: value))
        case 0xC0...0xDE where value != 0xD7:
            result.appendTwoBytes(of: value + 0x20)
        case 0x80..<0x100:
            result.appendTwoBytes(of: value)
        default:
            guard let scalar = Unicode.Scalar(value) else { return }
            result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The text without accents: decomposed, and the combining marks dropped.
    static func folded(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        appendFolded(bytes.span, to: &result)
        return result
    }

    /// Appends a text without its accents.
    static func appendFolded(_ bytes: borrowing Span<UInt8>, to result: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let scalar = UTF8Scalar(in: bytes, at: index)
            if let base = base(of: scalar.value) {
                result.append(base)
            } else if !isCombiningMark(scalar.value) {
                for offset in 0..<scalar.length { result.append(bytes[index + offset]) }
            }
            index += scalar.length
        }
    }

    /// Whether a text without its accents is `key`; allocates nothing.
    static func isFolded(_ bytes: borrowing Span<UInt8>, _ key: borrowing Span<UInt8>) -> Bool {
        var index = 0
        var matched = 0
        while index < bytes.count {
            let scalar = UTF8Scalar(in: bytes, at: index)
            let base = scalar.length == 1 ? bytes[index] : Self.base(of: scalar.value)
            if let base {
                guard matched < key.count, key[matched] == base else { return false }
                matched += 1
            } else if !isCombiningMark(scalar.value) {
                guard matched + scalar.length <= key.count else { return false }
                for offset in 0..<scalar.length where key[matched + offset] != bytes[index + offset] { return false }
                matched += scalar.length
            }
            index += scalar.length
        }
        return matched == key.count
    }

    /// The hash of a text without its accents; allocates nothing.
    static func foldedHash(of bytes: borrowing Span<UInt8>) -> UInt32 {
        var hash = ByteHash()
        var index = 0
        while index < bytes.count {
            let scalar = UTF8Scalar(in: bytes, at: index)
            if let base = base(of: scalar.value) {
                hash.combine(base)
            } else if !isCombiningMark(scalar.value) {
                for offset in 0..<scalar.length { hash.combine(bytes[index + offset]) }
            }
            index += scalar.length
        }
        return hash.value
    }

    /// The ASCII letter below the accent of a scalar, or nil when there is none.
    static func base(of value: UInt32) -> UInt8? {
        guard (0xC0..<0x180).contains(value) else { return latinAdditionalBase(of: value) }
        let base = bases[Int(value) - 0xC0]
        return base == UInt8(ascii: ".") ? nil : base
    }

    /// The mark above or below the letter before it.
    static func isCombiningMark(_ value: UInt32) -> Bool {
        (0x300...0x36F).contains(value)
    }

    /// Letters with a tilde that Guarani and indigenous names of Brazil bring in.
    private static func latinAdditionalBase(of value: UInt32) -> UInt8? {
        switch value {
        case 0x1EBC: UInt8(ascii: "E")
        case 0x1EBD: UInt8(ascii: "e")
        case 0x1EF8: UInt8(ascii: "Y")
        case 0x1EF9: UInt8(ascii: "y")
        default: nil
        }
    }
}
