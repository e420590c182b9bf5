public import CSV
public import JSON

/// Why one record cannot be classified.
public enum RecordFault: Error, Sendable, Equatable, CustomStringConvertible {
    case blankLine
    case noText(lookedFor: [String], found: [String])
    case textIsNotAString(field: String, found: String)
    case notARecord(found: String)
    case fieldCount(found: Int, expected: Int, line: Int)
    case invalidUTF8(line: Int, byte: Int)
    case invalidJSON(JSONError)
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
