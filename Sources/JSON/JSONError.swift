/// Why a text is not a JSON document, and where.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    /// What the parser met instead.
    public enum Found: Sendable, Equatable, CustomStringConvertible {
        /// Nothing more.
        case end
        /// This byte.
        case byte(UInt8)

        /// The words for a message.
        public var description: String {
            switch self {
            case .end: "the end of the text"
            case .byte(0x22): "a double quote"
            case .byte(let byte) where (0x21..<0x7F).contains(byte): "\"\(Character(Unicode.Scalar(byte)))\""
            case .byte(let byte): "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    /// The fault.
    public enum Kind: Sendable, Equatable {
        /// No value begins like this.
        case expectedValue(Found)
        /// An object goes on by a key.
        case expectedKey(Found)
        /// A key goes on by a colon.
        case expectedColon(Found)
        /// An array or object goes on by a comma or by the bracket `of` that closes it.
        case expectedCommaOrEnd(of: String, Found)
        /// A document is one value.
        case contentAfterValue(Found)
        /// A number that RFC 8259 section 6 does not know.
        case invalidNumber
        /// A number past `JSONLimits.numberBytes`.
        case numberTooLong(limit: Int)
        /// A string that begins here and never ends.
        case unterminatedString
        /// A byte below 0x20 inside a string.
        case controlCharacter(UInt8)
        /// A backslash before something that is no escape.
        case invalidEscape(Found)
        /// A byte inside a string that is not UTF-8.
        case invalidUTF8
        /// A byte order mark of UTF-16 or UTF-32.
        case notUTF8
        /// A key that the object has already.
        case duplicateKey(String)
        /// An array or object past `JSONLimits.depth`.
        case tooDeep(limit: Int)
        /// A value past `JSONLimits.values`.
        case tooManyValues(limit: Int)
    }

    /// What is wrong.
    public let kind: Kind
    /// The offset of the offending byte.
    public let offset: Int
    /// The line, from 1.
    public let line: Int
    /// The column in characters (Unicode scalars), from 1.
    public let column: Int

    /// The error of a part that was read alone, at its place in the whole text: so many lines and bytes further on.
    public func moved(lines: Int, bytes: Int) -> JSONError {
        JSONError(kind: kind, offset: offset + bytes, line: line + lines, column: column)
    }

    /// The place and the reason, for people.
    public var description: String { "JSON line \(line), column \(column) (byte \(offset)): \(reason)" }

    /// What is wrong and what to do, without the place.
    public var reason: String {
        switch kind {
        case .expectedValue(let found): "expected a value, found \(found)"
        case .expectedKey(let found): "expected a key in double quotes, found \(found)"
        case .expectedColon(let found): "expected \":\" after the key, found \(found)"
        case .expectedCommaOrEnd(let closing, let found): "expected \",\" or \"\(closing)\", found \(found)"
        case .contentAfterValue(let found): "expected the end of the text after the value, found \(found)"
        case .invalidNumber: "this is not a number of JSON's grammar; write it like -12.5e3"
        case .numberTooLong(let limit): "a number may be at most \(limit) bytes long"
        case .unterminatedString: "the string that starts here has no closing double quote"
        case .controlCharacter(let byte):
            "control character \(Found.byte(byte)) inside a string; write it as an escape such as \\n"
        case .invalidEscape(let found):
            "a backslash must be followed by one of \"\\/bfnrt or u and 4 hex digits, found \(found)"
        case .invalidUTF8: "the bytes are not UTF-8; send the text as UTF-8"
        case .notUTF8: "the text is UTF-16 or UTF-32; send it as UTF-8"
        case .duplicateKey(let key): "the key \"\(key.prefix(64))\" stands twice in one object; keep one"
        case .tooDeep(let limit): "arrays and objects may stand at most \(limit) deep in one another"
        case .tooManyValues(let limit): "a document may hold at most \(limit) values"
        }
    }
}
