/// What is wrong with a CSV text, and where.
public struct CSVError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A record has another number of fields than the header, or than the first record where there is no header.
        case fieldCount(found: Int, expected: Int, hasHeader: Bool = true, delimiter: UInt8 = CSVDialect.comma)
        /// A closing quote is followed by something else than a delimiter or a line end.
        case textAfterClosingQuote
        /// The text ends inside a quoted field, which began at `line` and `byte`.
        case unterminatedQuote
        /// The bytes of a field (counted from 1) are not UTF-8.
        case invalidUTF8(field: Int)
        /// A field is longer than `CSVLimits.fieldBytes`.
        case fieldTooLong(limit: Int)
        /// A record has more fields than `CSVLimits.fieldsPerRecord`.
        case tooManyFields(limit: Int)
    }

    /// What is wrong.
    public var kind: Kind
    /// The record, counted from 1; the header counts.
    public var record: Int
    /// The line, counted from 1.
    public var line: Int
    /// The offset in the text, counted from 0.
    public var byte: Int

    /// Creates an error of a kind at a place.
    public init(_ kind: Kind, record: Int, line: Int, byte: Int) {
        self.kind = kind
        self.record = record
        self.line = line
        self.byte = byte
    }

    /// The place, what is wrong and what to do.
    public var description: String {
        "CSV line \(line)\(showsByte ? ", byte \(byte)" : ""): \(reason)"
    }

    private var showsByte: Bool {
        switch kind {
        case .textAfterClosingQuote, .unterminatedQuote, .invalidUTF8: true
        case .fieldCount, .fieldTooLong, .tooManyFields: false
        }
    }

    /// What is wrong and what to do, without the place.
    public var reason: String {
        switch kind {
        case .fieldCount(let found, let expected, let hasHeader, let delimiter):
            "found \(Self.fields(found)), but the \(hasHeader ? "header" : "first record") has \(expected); "
                + "quote fields that contain a \(found > expected ? Self.name(of: delimiter) : "line end")"
        case .textAfterClosingQuote:
            "text after a closing quote; double each quote inside a quoted field"
        case .unterminatedQuote:
            "the quote that opens here is never closed; close it, or double each quote inside a quoted field"
        case .invalidUTF8(let field):
            "field \(field) is not UTF-8; save the text as UTF-8"
        case .fieldTooLong(let limit):
            "a field is longer than \(limit) bytes; look for a quote that is not closed"
        case .tooManyFields(let limit):
            "more than \(limit) fields; check the delimiter"
        }
    }

    private static func name(of delimiter: UInt8) -> String {
        switch delimiter {
        case CSVDialect.comma: "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        default: "delimiter"
        }
    }

    private static func fields(_ count: Int) -> String {
        count == 1 ? "1 field" : "\(count) fields"
    }
}
