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
            let term = maker.simpleTerm(for: word)
            if term != maker.folded(word) || maker.hasClitics(word) { map.insert(word, term: term) }
        }
    }

    /// Adds every form of the dictionary, and its accentless spelling, that a model would otherwise get wrong.
    ///
    /// A form's lemma is the form, the dictionary's lemma or what that is mapped on to, so a form is passed over when
    /// the model knows none of these.
    mutating func addDictionaryForms() {
        for word in lemmatizer.overrides.keys { add(word) }
        for word in lemmatizer.accentRestorer.words { add(word) }
        let lexicon = lemmatizer.lexicon
        var last: (lemma: [UInt8], matters: Bool) = ([], false)
        var mattersByLemma: [[UInt8]: Bool] = [:]
        lexicon.forEachForm { form, lemma in
            if lemma != last.lemma {
                last = (lemma, mattersByLemma[lemma] ?? leadsIntoVocabulary(lemma))
                mattersByLemma[lemma] = last.matters
            }
            guard last.matters || vocabulary.contains(maker.folded(form)) else { return }
            add(form)
            let plain = Letters.folded(form)
            if plain != form, !lexicon.contains(plain) { add(plain) }
        }
    }

    private func leadsIntoVocabulary(_ lemma: [UInt8]) -> Bool {
        lemmatizer.chain.links(from: lemma).contains { vocabulary.contains(maker.folded($0)) }
    }

    private mutating func add(_ word: [UInt8]) {
        let term = maker.simpleTerm(for: word)
        let plain = maker.folded(word)
        guard term != plain || maker.hasClitics(word) else { return }
        // Without an entry the word would be its own term: wrong when either of the two is known to the model.
        let matters = term.map(vocabulary.contains) ?? false
        if matters || vocabulary.contains(plain) { map.insert(word, term: term) }
    }
}
