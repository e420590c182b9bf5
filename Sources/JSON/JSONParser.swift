/// Reads one JSON value from bytes, strictly by RFC 8259; a leading byte order mark is tolerated.
///
/// Strings must be UTF-8. An escaped surrogate without its partner, such as `\ud800`, becomes U+FFFD, because no
/// Unicode text can hold it. A key that stands twice in an object is an error, because readers disagree which one counts.
/// Time and memory are linear in the number of bytes.
public struct JSONParser: Sendable {
    let bytes: [UInt8]
    let start: Int
    let end: Int
    let firstLine: Int
    let limits: JSONLimits
    var position: Int
    var remainingValues: Int

    /// Prepares to read `range` of `bytes` (all of them by default).
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - range: where in the text the value is.
    ///   - firstLine: the number of the line at which the range starts, for the messages.
    ///   - limits: how large the value may be.
    public init(_ bytes: [UInt8], in range: Range<Int>? = nil, firstLine: Int = 1, limits: JSONLimits = .standard) {
        self.bytes = bytes
        let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
        start = range.lowerBound
        end = range.upperBound
        position = range.lowerBound
        self.firstLine = firstLine
        self.limits = limits
        remainingValues = limits.values
    }

    /// Reads the one value that the text must be.
    public mutating func parse() throws(JSONError) -> JSONValue {
        try skipByteOrderMark()
        skipSpace()
        let value = try parseValue(depth: 0)
        skipSpace()
        guard position == end else { throw error(.contentAfterValue(found)) }
        return value
    }

    private mutating func parseValue(depth: Int) throws(JSONError) -> JSONValue {
        guard remainingValues > 0 else { throw error(.tooManyValues(limit: limits.values)) }
        remainingValues -= 1
        guard position < end else { throw error(.expectedValue(.end)) }
        switch bytes[position] {
        case Byte.quote: return .string(try parseString())
        case Byte.openBrace: return .object(try parseObject(depth: depth + 1))
        case Byte.openBracket: return .array(try parseArray(depth: depth + 1))
        case Byte.minus, Byte.zero...Byte.nine: return .number(try parseNumber())
        case UInt8(ascii: "t"): return try parseWord("true", .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", .null)
        default: throw error(.expectedValue(found))
        }
    }

    private mutating func parseWord(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let wordStart = position
        for byte in word.description.utf8 {
            guard position < end, bytes[position] == byte else {
                throw error(.expectedValue(.byte(bytes[wordStart])), at: wordStart)
            }
            position += 1
        }
        return value
    }

    private mutating func parseArray(depth: Int) throws(JSONError) -> [JSONValue] {
        try enter(depth)
        var elements: [JSONValue] = []
        if skipByte(Byte.closeBracket) { return elements }
        while true {
            elements.append(try parseValue(depth: depth))
            skipSpace()
            if skipByte(Byte.closeBracket) { return elements }
            guard skipByte(Byte.comma) else { throw error(.expectedCommaOrEnd(of: "]", found)) }
            skipSpace()
        }
    }

    private mutating func parseObject(depth: Int) throws(JSONError) -> JSONObject {
        try enter(depth)
        var object = JSONObject()
        if skipByte(Byte.closeBrace) { return object }
        while true {
            try parseMember(into: &object, depth: depth)
            skipSpace()
            if skipByte(Byte.closeBrace) { return object }
            guard skipByte(Byte.comma) else { throw error(.expectedCommaOrEnd(of: "}", found)) }
            skipSpace()
        }
    }

    private mutating func parseMember(into object: inout JSONObject, depth: Int) throws(JSONError) {
        let keyStart = position
        guard position < end, bytes[position] == Byte.quote else { throw error(.expectedKey(found)) }
        let key = try parseString()
        skipSpace()
        guard skipByte(Byte.colon) else { throw error(.expectedColon(found)) }
        skipSpace()
        let value = try parseValue(depth: depth)
        guard object.append(key, value) else { throw error(.duplicateKey(key), at: keyStart) }
    }

    /// Steps over the bracket that opens an array or object.
    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
        position += 1
        skipSpace()
    }
}
