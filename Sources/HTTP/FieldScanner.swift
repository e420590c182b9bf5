/// Reads the parts that structured field values are made of (RFC 9110 section 5.6).
struct FieldScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool {
        var rest = self
        rest.skipWhitespace()
        return rest.position == bytes.count
    }

    mutating func skipWhitespace() {
        while position < bytes.count, ByteClass.isWhitespace(bytes[position]) { position += 1 }
    }

    /// Takes `byte` if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Goes on to the byte after the next comma that stands outside quotes.
    mutating func skipElement() {
        while position < bytes.count, bytes[position] != ByteClass.comma {
            if bytes[position] != ByteClass.quote || quotedString() == nil { position += 1 }
        }
        position = min(position + 1, bytes.count)
    }

    mutating func token() -> String? {
        let start = position
        while position < bytes.count, ByteClass.isToken(bytes[position]) { position += 1 }
        return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A string in double quotes, without quotes and escapes (RFC 9110 section 5.6.4); nil leaves the position.
    mutating func quotedString() -> String? {
        let start = position
        guard take(ByteClass.quote) else { return nil }
        var value: [UInt8] = []
        while position < bytes.count {
            var byte = bytes[position]
            position += 1
            if byte == ByteClass.quote { return String(decoding: value, as: UTF8.self) }
            if byte == ByteClass.backslash, position < bytes.count {
                byte = bytes[position]
                position += 1
            }
            value.append(byte)
        }
        position = start
        return nil
    }

    /// `type/subtype *( ; name=value )`; empty parameters and a last semicolon are passed over.
    mutating func mediaType() -> MediaType? {
        skipWhitespace()
        guard let type = token(), take(ByteClass.slash), let subtype = token() else { return nil }
        var media = MediaType(type.lowercased(), subtype.lowercased())
        while true {
            let end = position
            skipWhitespace()
            guard take(ByteClass.semicolon) else {
                position = end
                return media
            }
            skipWhitespace()
            guard let name = token() else { continue }
            guard take(ByteClass.equals), let value = quotedString() ?? token() else { return nil }
            media.parameters.append(.init(name: name.lowercased(), value: value))
        }
    }

    /// `value` as it stands in a field: a token, or in quotes.
    static func quotedIfNeeded(_ value: String) -> String {
        if !value.isEmpty, value.utf8.allSatisfy(ByteClass.isToken) { return value }
        var quoted: [UInt8] = [ByteClass.quote]
        for byte in value.utf8 {
            if byte == ByteClass.quote || byte == ByteClass.backslash { quoted.append(ByteClass.backslash) }
            quoted.append(byte)
        }
        quoted.append(ByteClass.quote)
        return String(decoding: quoted, as: UTF8.self)
    }
}

extension FieldScanner {
    /// Whether only white space stands before the next comma or the end.
    var isAtElementEnd: Bool {
        var rest = self
        rest.skipWhitespace()
        return rest.isAtEnd || rest.take(ByteClass.comma)
    }
}
