/// The bytes that have a meaning in the grammar.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let dot = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    /// Bytes below this one may stand in a string only as an escape.
    static let firstPrintable: UInt8 = 0x20
}

extension JSONParser {
    /// What stands at the position, for messages.
    var found: JSONError.Found { position < end ? .byte(bytes[position]) : .end }

    mutating func skipSpace() {
        while position < end, isSpace(bytes[position]) { position += 1 }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == Byte.space || byte == Byte.newline || byte == Byte.carriageReturn || byte == Byte.tab
    }

    /// Steps over `byte` if it is the next one.
    mutating func skipByte(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Steps over a UTF-8 byte order mark, and refuses those of the wider encodings.
    mutating func skipByteOrderMark() throws(JSONError) {
        // No text begins with such bytes otherwise.
        guard start < end, bytes[start] >= 0xEF || bytes[start] == 0 else { return }
        let head = bytes[start..<end].prefix(3)
        if head.elementsEqual([0xEF, 0xBB, 0xBF]) {
            position += 3
        } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0, 0xFE])
        {
            throw error(.notUTF8)
        }
    }

    /// number = [ minus ] int [ frac ] [ exp ] (RFC 8259 section 6).
    mutating func parseNumber() throws(JSONError) -> JSONNumber {
        let numberStart = position
        _ = skipByte(Byte.minus)
        if !skipByte(Byte.zero) { try skipDigits(from: numberStart) }
        if skipByte(Byte.dot) { try skipDigits(from: numberStart) }
        if skipByte(UInt8(ascii: "e")) || skipByte(UInt8(ascii: "E")) {
            if !skipByte(Byte.minus) { _ = skipByte(Byte.plus) }
            try skipDigits(from: numberStart)
        }
        if position < end, isNumberByte(bytes[position]) { throw error(.invalidNumber, at: numberStart) }
        guard position - numberStart <= limits.numberBytes else {
            throw error(.numberTooLong(limit: limits.numberBytes), at: numberStart)
        }
        return JSONNumber(checked: String(decoding: bytes[numberStart..<position], as: UTF8.self))
    }

    private mutating func skipDigits(from numberStart: Int) throws(JSONError) {
        let digitStart = position
        while position < end, (Byte.zero...Byte.nine).contains(bytes[position]) { position += 1 }
        guard position > digitStart else { throw error(.invalidNumber, at: numberStart) }
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        (Byte.zero...Byte.nine).contains(byte) || byte == Byte.dot || byte == Byte.minus || byte == Byte.plus
    }

    /// An error at `offset` (the position by default) with its line and column.
    ///
    /// Counts from the start of the range, so that a bad line in a long file costs the length of the line only.
    func error(_ kind: JSONError.Kind, at offset: Int? = nil) -> JSONError {
        let offset = offset ?? position
        var line = firstLine
        var column = 1
        for byte in bytes[start..<min(offset, end)] {
            if byte == Byte.newline {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONError(kind: kind, offset: offset, line: line, column: column)
    }
}
