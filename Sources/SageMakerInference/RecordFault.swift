public import CSV
public import JSON

/// Why one record cannot be classified.
///
/// Indirect, so that a record without fault, the usual one, stays small.
public indirect enum RecordFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// A line of JSON Lines without a value, in batch.
    case blankLine
    /// An object without any of the known fields.
    case noText(lookedFor: [String], found: [String])
    /// A known field with another kind of value.
    case textIsNotAString(field: String, found: String)
    /// A value that is neither string nor object.
    case notARecord(found: String)
    /// A row of another width than the text without header has.
    case fieldCount(found: Int, expected: Int, line: Int)
    /// A line of plain text that is not UTF-8.
    case invalidUTF8(line: Int, byte: Int)
    /// A line that is no JSON.
    case invalidJSON(JSONError)
    /// A row that is no CSV, is not UTF-8, or has another width than the header.
    case invalidCSV(CSVError)

    /// How many keys a message names, and how many characters of each.
    private static let shownKeys = 8
    private static let shownCharacters = 40

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .blankLine: "the line is blank"
        case .noText(let lookedFor, let found):
            "no text; \(Self.search(for: lookedFor, found: found))"
        case .textIsNotAString(let field, let found): "the field \"\(field)\" must be a string, found \(found)"
        case .notARecord(let found): "a record must be a string or an object with a text, found \(found)"
        case .fieldCount(let found, let expected, let line):
            "CSV line \(line): found \(found) fields, but without a header a record has \(expected); "
                + "quote texts that contain a comma, or send a header"
        case .invalidUTF8(let line, let byte):
            "line \(line), byte \(byte): the text is not UTF-8; send it as UTF-8, or name its charset in Content-Type"
        case .invalidJSON(let error): error.description
        case .invalidCSV(let error): error.description
        }
    }

    /// What was looked for and what was there instead.
    static func search(for names: [String], found: [String]) -> String {
        "looked for \(names.joined(separator: ", ")); found \(list(found))"
    }

    private static func list(_ keys: [String]) -> String {
        if keys.isEmpty { return "no field at all" }
        let shown = keys.prefix(shownKeys).map { String($0.prefix(shownCharacters)) }.joined(separator: ", ")
        return keys.count > shownKeys ? shown + ", ..." : shown
    }
}
