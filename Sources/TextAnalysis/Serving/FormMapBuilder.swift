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
        filter = HashFilter(vocabulary.map { ByteHash.of(Letters.folded($0).span) })
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
        let special = HashFilter(maker.specialWords(of: lemmatizer).map { ByteHash.of($0.span) })
        var (lemmas, families, lemma) = (ByteTable(), [Family](), [UInt8]())
        lemmatizer.lexicon.forEachRecord { record, bytes in
            record.copyLemma(in: bytes, to: &lemma)
            let number = lemmas.insert(lemma.span)
            if number == families.count { families.append(family(of: lemma)) }
            let (hash, isASCII) = record.foldedHash(in: bytes)
            guard families[number].leadsIntoVocabulary || filter.mayContain(hash) else { return }
            let form = record.form(in: bytes)
            guard isASCII, !record.isLemma, !special.mayContain(hash), Self.isOrdinary(form) else {
                addByTheRules(form, isKnown: families[number].leadsIntoVocabulary)
                return
            }
            add(form, term: families[number].term, plain: form)
        }
    }

    /// Adds a form to which all rules may apply, and its accentless spelling where that is no word of its own.
    private mutating func addByTheRules(_ form: [UInt8], isKnown: Bool) {
        guard isKnown || vocabulary.contains(maker.folded(form)) else { return }
        add(form)
        let plain = Letters.folded(form)
        if plain != form, !lemmatizer.lexicon.contains(plain) { add(plain) }
    }

    private static func isOrdinary(_ form: [UInt8]) -> Bool {
        form.count > 2 && !form.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }
    }

    /// What is the same for all ordinary forms that the dictionary gives one lemma.
    private struct Family {
        /// Whether the lemma, or what it is mapped on to, is a term of the model.
        var leadsIntoVocabulary: Bool
        /// The term; nil when the lemma is a stop word.
        var term: [UInt8]?
    }

    private func family(of lemma: [UInt8]) -> Family {
        Family(
            leadsIntoVocabulary: leadsIntoVocabulary(lemma),
            term: maker.term(forLemma: lemmatizer.chain.end(of: lemma))
        )
    }

    private func leadsIntoVocabulary(_ lemma: [UInt8]) -> Bool {
        lemmatizer.chain.links(from: lemma).contains { vocabulary.contains(maker.folded($0)) }
    }

    private mutating func add(_ word: [UInt8]) {
        let term = maker.simpleTerm(for: word)
        let plain = maker.folded(word)
        if maker.hasClitics(word) {
            insert(word, term: term, plain: plain)
        } else {
            add(word, term: term, plain: plain)
        }
    }

    private mutating func add(_ word: [UInt8], term: [UInt8]?, plain: [UInt8]) {
        if term != plain { insert(word, term: term, plain: plain) }
    }

    /// Without an entry the word would be its own term: wrong when either of the two is known to the model.
    private mutating func insert(_ word: [UInt8], term: [UInt8]?, plain: [UInt8]) {
        if term.map(vocabulary.contains) ?? false || vocabulary.contains(plain) { map.insert(word, term: term) }
    }
}
