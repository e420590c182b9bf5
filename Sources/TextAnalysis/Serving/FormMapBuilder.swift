/// Gathers the words that a model must know to do without the lexicon.
struct FormMapBuilder {
    private let maker: TermMaker
    private let lemmatizer: Lemmatizer
    private let vocabulary: Set<[UInt8]>
    private(set) var map = FormMap()

    /// Creates a builder; `vocabulary` holds the terms that the model knows.
    init(maker: TermMaker, lemmatizer: Lemmatizer, vocabulary: Set<[UInt8]>) {
        self.maker = maker
        self.lemmatizer = lemmatizer
        self.vocabulary = vocabulary
    }

    /// Adds the words of the training that are not their own terms.
    mutating func addTrainingWords(_ words: WordCounts) {
        for index in 0..<words.counts.count {
            guard let word = maker.lookedUp(words.words.key(at: index)) else { continue }
            let term = maker.term(for: word)
            if term != maker.folded(word) { map.insert(word, term: term) }
        }
    }

    /// Adds every form of the dictionary, and its accentless spelling, that a model would otherwise get wrong.
    mutating func addDictionaryForms() {
        let lexicon = lemmatizer.lexicon
        lexicon.forEachForm { form in
            add(form)
            let plain = Letters.folded(form)
            if plain != form, !lexicon.contains(plain) { add(plain) }
        }
    }

    private mutating func add(_ word: [UInt8]) {
        let term = maker.term(for: word)
        let plain = maker.folded(word)
        guard term != plain else { return }
        // Without an entry the word would be its own term: wrong when either of the two is known to the model.
        let matters = term.map(vocabulary.contains) ?? false
        if matters || vocabulary.contains(plain) { map.insert(word, term: term) }
    }
}
