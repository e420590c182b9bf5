/// The words of the training texts, each once, by the language in which they were analyzed.
public struct TrainingWords: Sendable {
    /// By the code of the language; the first is of none.
    private var tables = [ByteTable](repeating: ByteTable(), count: Language.allCases.count + 1)

    /// Creates an empty set.
    public init() {}

    /// Puts in the words of another set.
    public mutating func formUnion(_ other: TrainingWords) {
        for (code, table) in other.tables.enumerated() {
            for index in 0..<table.count { _ = tables[code].insert(table.key(at: index).span) }
        }
    }

    /// Puts in a word.
    mutating func insert(_ word: borrowing WordBuffer, languageCode: UInt8) {
        _ = tables[Int(languageCode)].insert(word)
    }

    /// The words of one language.
    func words(ofLanguageCode code: UInt8) -> ByteTable {
        tables[Int(code)]
    }
}
