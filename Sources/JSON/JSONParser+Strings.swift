extension JSONParser {
    /// Reads the string whose opening quote stands at the position.
    mutating func parseString() throws(JSONError) -> String {
        let quote = position
        let contentStart = quote + 1
        position = contentStart + ByteSearch.plainPrefix(of: bytes.span.extracting(contentStart..<end))
        guard position < end else { throw error(.unterminatedString, at: quote) }
        switch bytes[position] {
        case Byte.quote:
            let text = try makeString(bytes.span.extracting(contentStart..<position), at: contentStart)
            position += 1
            return text
        case Byte.backslash: return try parseEscapedString(quote: quote)
        default: throw error(.controlCharacter(bytes[position]))
        }
    }

    /// Checks the bytes and copies them; positions inside `content` are those of the text plus `offset`.
    private func makeString(_ content: Span<UInt8>, at offset: Int) throws(JSONError) -> String {
        do {
            return String(copying: try UTF8Span(validating: content))
        } catch {
            throw self.error(.invalidUTF8, at: offset + error.byteOffsets.lowerBound)
        }
    }

    /// Reads the rest of a string in which an escape stands at the position.
    private mutating func parseEscapedString(quote: Int) throws(JSONError) -> String {
        let contentStart = quote + 1
        var content = Array(bytes[contentStart..<position])
        while position < end {
            let byte = bytes[position]
            switch byte {
            case Byte.quote:
                let text = try makeEscapedString(content, from: contentStart)
                position += 1
                return text
            case Byte.backslash:
                position += 1
                try parseEscape(into: &content)
            case 0..<Byte.firstPrintable:
                throw error(.controlCharacter(byte))
            default:
                content.append(byte)
                position += 1
            }
        }
        throw error(.unterminatedString, at: quote)
    }

    /// Escapes are ASCII and decode to UTF-8, so a fault in `content` is a fault in the text; it is sought there.
    private func makeEscapedString(_ content: [UInt8], from contentStart: Int) throws(JSONError) -> String {
        guard let text = String(validating: content, as: UTF8.self) else {
            _ = try makeString(bytes.span.extracting(contentStart..<position), at: contentStart)
            throw error(.invalidUTF8, at: contentStart)
        }
        return text
    }

    /// Reads what follows a backslash (RFC 8259 section 7).
    private mutating func parseEscape(into content: inout [UInt8]) throws(JSONError) {
        guard position < end else { throw error(.invalidEscape(.end)) }
        switch bytes[position] {
        case Byte.quote, Byte.backslash, UInt8(ascii: "/"): content.append(bytes[position])
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(Byte.newline)
        case UInt8(ascii: "r"): content.append(Byte.carriageReturn)
        case UInt8(ascii: "t"): content.append(Byte.tab)
        case UInt8(ascii: "u"):
            position += 1
            content.append(contentsOf: String(Character(try parseUnicodeEscape())).utf8)
            return
        default: throw error(.invalidEscape(found))
        }
        position += 1
    }

    /// Reads the 4 hex digits after `\u`, and the second half of a surrogate pair if one follows.
    private mutating func parseUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let unit = try parseHexDigits()
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        let afterLead = position
        guard skipByte(Byte.backslash), skipByte(UInt8(ascii: "u")) else {
            position = afterLead
            return "\u{FFFD}"
        }
        let trail = try parseHexDigits()
        guard UTF16.isTrailSurrogate(trail) else {
            position = afterLead
            return "\u{FFFD}"
        }
        let code = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(trail & 0x3FF)
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    private mutating func parseHexDigits() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard position < end, let digit = hexDigitValue(bytes[position]) else {
                throw error(.invalidEscape(found))
            }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    private func hexDigitValue(_ byte: UInt8) -> UInt16? {
        switch byte {
        case Byte.zero...Byte.nine: UInt16(byte - Byte.zero)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
