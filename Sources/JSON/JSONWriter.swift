/// Appends compact JSON to a buffer without building a tree; sets the commas by itself.
///
/// The caller opens and closes arrays and objects in pairs; the writer does not check it.
public struct JSONWriter: Sendable {
    /// The text so far.
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    /// Creates a writer that appends to `bytes`.
    public init(appendingTo bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Makes space for `count` more bytes.
    public mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Opens an object.
    public mutating func beginObject() { open(Byte.openBrace) }

    /// Closes the object that was opened last.
    public mutating func endObject() { close(Byte.closeBrace) }

    /// Opens an array.
    public mutating func beginArray() { open(Byte.openBracket) }

    /// Closes the array that was opened last.
    public mutating func endArray() { close(Byte.closeBracket) }

    /// Writes the key of the value that comes next.
    public mutating func key(_ key: String) {
        string(key)
        bytes.append(Byte.colon)
        needsComma = false
    }

    /// Writes a key that is given as it stands in JSON, in its quotes and with its colon.
    public mutating func key(encoded bytes: [UInt8]) {
        separate()
        self.bytes.append(contentsOf: bytes)
        needsComma = false
    }

    /// Writes a key that is given as it stands in JSON, in its quotes and with its colon, from bytes that others own.
    public mutating func key(encoded bytes: Span<UInt8>) {
        separate()
        self.bytes.append(copying: bytes)
        needsComma = false
    }

    /// Writes a value that is given as it stands in JSON, such as one that is written again and again.
    public mutating func value(encoded bytes: Span<UInt8>) {
        separate()
        self.bytes.append(copying: bytes)
        needsComma = true
    }

    /// Ends a line, so that the next value starts a new document.
    public mutating func newline() {
        bytes.append(Byte.newline)
        needsComma = false
    }

    /// Writes `null`.
    public mutating func null() { token("null") }

    /// Writes a boolean.
    public mutating func bool(_ value: Bool) { token(value ? "true" : "false") }

    /// Writes a whole number.
    public mutating func int(_ value: Int) { token(String(value)) }

    /// Writes the shortest number that reads back as `value`; `null` when it is not finite.
    public mutating func double(_ value: Double) { token(value.isFinite ? value.description : "null") }

    /// Writes the shortest number that reads back as this `Float`; `null` when it is not finite.
    public mutating func float(_ value: Float) { token(value.isFinite ? value.description : "null") }

    /// Writes a number as it was read.
    public mutating func number(_ value: JSONNumber) { token(value.text) }

    /// Writes a string; escapes only what RFC 8259 section 7 demands.
    public mutating func string(_ text: String) {
        separate()
        bytes.append(Byte.quote)
        let content = text.utf8Span.span
        if ByteSearch.plainPrefix(of: content) == content.count {
            bytes.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { appendEscaped(byte) }
        }
        bytes.append(Byte.quote)
        needsComma = true
    }

    /// Writes a whole tree.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .number(let value): number(value)
        case .string(let text): string(text)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(member.key)
                self.value(member.value)
            }
            endObject()
        }
    }

    private mutating func separate() {
        if needsComma { bytes.append(Byte.comma) }
    }

    private mutating func token(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }
}

extension JSONWriter {
    private mutating func appendEscaped(_ byte: UInt8) {
        guard !ByteSearch.isPlain(byte) else { return bytes.append(byte) }
        bytes.append(Byte.backslash)
        switch byte {
        case Byte.quote, Byte.backslash: bytes.append(byte)
        case Byte.newline: bytes.append(UInt8(ascii: "n"))
        case Byte.carriageReturn: bytes.append(UInt8(ascii: "r"))
        case Byte.tab: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(contentsOf: (byte < 16 ? "0" : "").utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }
}
