/// From word to term, for the words of a language that a trained model needs to know; stands in for the lexicon.
struct FormMap: Sendable {
    /// What the map says of a word.
    enum Answer: Equatable {
        case unknown
        case dropped
        case term([UInt8])
    }

    private static let droppedTerm: Int32 = -1

    private var words = ByteTable()
    private var terms = ByteTable()
    /// For each word the number of its term.
    private var termOfWord: [Int32] = []

    /// The number of words.
    var count: Int { words.count }

    /// What is known of a word in lower case.
    func answer(for word: [UInt8]) -> Answer {
        guard let index = words.index(of: word.span) else { return .unknown }
        let term = termOfWord[index]
        return term == Self.droppedTerm ? .dropped : .term(terms.key(at: Int(term)))
    }

    /// The term of a Portuguese verb with pronouns that no training text held, by what is known of the verb alone.
    func termWithoutClitics(of word: [UInt8]) -> [UInt8]? {
        for form in PortugueseClitics.verbForms(of: word) {
            if case .term(let term) = answer(for: form) { return term }
            // An infinitive is its own term and has no entry, but other forms have led to it.
            if terms.index(of: form.span) != nil { return form }
        }
        return nil
    }

    /// Sets the term of a word that is not in the map yet; nil when the word is dropped.
    mutating func insert(_ word: [UInt8], term: [UInt8]?) {
        guard words.insert(word.span) == termOfWord.count else { return }
        termOfWord.append(term.map { Int32(truncatingIfNeeded: terms.insert($0.span)) } ?? Self.droppedTerm)
    }

    /// The numbers of the words in the order of their bytes.
    var sortedIndices: [Int] { words.sortedIndices }

    /// Calls `body` with a word and its term, in place; nil when the word is dropped.
    @inline(__always)
    func withEntry<Result>(
        at index: Int,
        _ body: (_ word: borrowing Span<UInt8>, _ term: borrowing Span<UInt8>?) -> Result
    ) -> Result {
        words.withKey(at: index) { word in
            let term = termOfWord[index]
            return term == Self.droppedTerm ? body(word, nil) : terms.withKey(at: Int(term)) { body(word, $0) }
        }
    }
}
