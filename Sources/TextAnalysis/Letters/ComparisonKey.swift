/// A text for comparisons in which case, accents and the width of blanks do not count.
public struct ComparisonKey: Sendable, Hashable {
    /// In lower case, without accents, single spaces between the words and none at the ends.
    public let text: String

    /// Makes the key of a text.
    public init(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.text = String(decoding: Letters.folded(Letters.lowercased(Array(words.utf8))), as: UTF8.self)
    }
}
