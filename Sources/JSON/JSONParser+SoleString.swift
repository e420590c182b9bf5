extension JSONLines {
    /// The string of a line that is an object of one member, under one of `keys`; `nil` for any other line.
    ///
    /// A short cut without a tree for the usual record. A line with an escape, a fault or anything else of note has
    /// `nil`, too, so that ``value(of:limits:)`` decides on it.
    public func soleString(of line: Line, keys: [[UInt8]], limits: JSONLimits = .standard) -> String? {
        guard limits.depth >= 1, limits.values >= 2 else { return nil }
        var parser = JSONParser(bytes, in: line.range, firstLine: line.number, limits: limits)
        return parser.parseSoleString(keys: keys)
    }
}

extension JSONParser {
    fileprivate mutating func parseSoleString(keys: [[UInt8]]) -> String? {
        guard skipToken(Byte.openBrace), let key = skipPlainString(),
            keys.contains(where: { $0.count == key.count && bytes[key].elementsEqual($0) }),
            skipToken(Byte.colon), let content = skipPlainString(), skipToken(Byte.closeBrace), position == end
        else { return nil }
        guard let text = try? UTF8Span(validating: bytes.span.extracting(content)) else { return nil }
        return String(copying: text)
    }

    /// Steps over `byte` and the spaces around it.
    private mutating func skipToken(_ byte: UInt8) -> Bool {
        skipSpace()
        guard skipByte(byte) else { return false }
        skipSpace()
        return true
    }

    /// Steps over a string without escapes; the place of its content.
    private mutating func skipPlainString() -> Range<Int>? {
        guard skipByte(Byte.quote) else { return nil }
        let start = position
        position += ByteSearch.plainPrefix(of: bytes.span.extracting(start..<end))
        let content = start..<position
        return skipByte(Byte.quote) ? content : nil
    }
}
