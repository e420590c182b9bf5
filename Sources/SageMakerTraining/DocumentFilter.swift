/// Which documents are read, by the value of one column: `problem in [Pagamento, Entrega]`.
public struct DocumentFilter: Sendable, Equatable, CustomStringConvertible {
    /// The column that is looked at.
    public let column: String
    /// The values that are meant.
    public let values: [String]
    /// Whether documents with these values are left out, and not those without.
    public let isNegated: Bool

    /// Creates a filter; values match with their case, without the white space around them.
    public init(column: String, values: [String], isNegated: Bool = false) {
        self.column = column
        self.values = values
        self.isNegated = isNegated
    }

    /// Reads `COLUMN in [a, b]`, `COLUMN not in [a, b]`, `COLUMN == a` or `COLUMN != a`; `nil` for anything else.
    public init?(_ text: String) {
        // The longer word first, since "in" is part of "not in".
        for (word, isNegated) in [(" not in ", true), (" in ", false), ("!=", true), ("==", false)] {
            guard let (column, list) = Self.parts(of: text, around: word) else { continue }
            let values = HyperparameterValue(list).list ?? []
            let isOneValue = word.hasSuffix("=")
            guard !column.isEmpty, !values.isEmpty, values.count == 1 || !isOneValue else { return nil }
            self.init(column: column, values: values, isNegated: isNegated)
            return
        }
        return nil
    }

    /// The filter as a user would write it.
    public var description: String {
        "\(column) \(isNegated ? "not in" : "in") [\(values.joined(separator: ", "))]"
    }

    /// Whether a document with this value is read.
    func admits(_ value: String) -> Bool {
        values.contains(String(DocumentColumns.trimmed(value))) != isNegated
    }

    private static func parts(of text: String, around word: String) -> (column: String, list: String)? {
        let bytes = Array(text.utf8)
        let wanted = Array(word.utf8)
        guard bytes.count > wanted.count else { return nil }
        let found = (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
        guard let found else { return nil }
        let column = String(decoding: bytes[..<found], as: UTF8.self)
        let list = String(decoding: bytes[(found + wanted.count)...], as: UTF8.self)
        return (String(DocumentColumns.trimmed(column)), list)
    }
}
