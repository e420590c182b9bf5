/// Gathers the words that a model must know to do without the lexicon.
struct FormMapBuilder {
    private let maker: TermMaker
    private let lemmatizer: Lemmatizer
    private let vocabulary: Set<[UInt8]>
    /// Tells most forms that are not in the vocabulary without a look-up.
    private let filter: HashFilter
    private(set) var map = FormMap()

    /// Creates a builder; `vocabulary` holds the terms that the model knows.
    init(maker: TermMaker, lemmatizer: Lemmatizer, vocabulary: Set<[UInt8]>) {
        self.maker = maker
        self.lemmatizer = lemmatizer
        self.vocabulary = vocabulary
        filter = HashFilter(vocabulary.map { ByteHash.of($0.span) })
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
    /// the model knows none of these. The dictionary has a million forms and the model a small share of them: what is
    /// passed over costs no allocation.
    mutating func addDictionaryForms() {
        for word in lemmatizer.overrides.keys { add(word) }
        for word in lemmatizer.accentRestorer.words { add(word) }
        let lexicon = lemmatizer.lexicon
        var (lemmas, leads, lemma) = (ByteTable(), [Bool](), [UInt8]())
        lexicon.forEachRecord { record, bytes in
            record.copyLemma(in: bytes, to: &lemma)
            let number = lemmas.insert(lemma.span)
            if number == leads.count { leads.append(leadsIntoVocabulary(lemma)) }
            guard leads[number] || record.asciiHash(in: bytes).map(filter.mayContain) ?? true else { return }
            let form = record.form(in: bytes)
            guard leads[number] || vocabulary.contains(maker.folded(form)) else { return }
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
