/// Gathers the words that a model must know to do without the lexicon.
struct FormMapBuilder {
    private let maker: TermMaker
    private let lemmatizer: Lemmatizer
    private let vocabulary: ByteTable
    /// Tells most forms that are not in the vocabulary without a look-up.
    private let filter: HashFilter
    private(set) var map = FormMap()

    /// Creates a builder; `vocabulary` holds the terms that the model knows.
    init(maker: TermMaker, lemmatizer: Lemmatizer, vocabulary: ByteTable) {
        self.maker = maker
        self.lemmatizer = lemmatizer
        self.vocabulary = vocabulary
        filter = HashFilter((0..<vocabulary.count).map { ByteHash.of(Letters.folded(vocabulary.key(at: $0)).span) })
    }

    /// Adds the words of the training that are not their own terms.
    mutating func addTrainingWords(_ words: ByteTable) {
        for index in 0..<words.count {
            guard let word = maker.lookedUp(words.key(at: index)) else { continue }
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
        let families = LemmaFamilies(maker: maker, chain: lemmatizer.chain, vocabulary: vocabulary)
        var family = LemmaFamily()
        lemmatizer.lexicon.forEachRecord { record, bytes in
            // The forms of a lemma stand together.
            if !record.hasLemma(family.lemma.span, in: bytes) { family = families.family(of: record.lemma(in: bytes)) }
            let (hash, isASCII) = record.foldedHash(in: bytes)
            guard family.leadsIntoVocabulary || filter.mayContain(hash) else { return }
            let form = record.form(in: bytes)
            guard isASCII, !record.isLemma, !special.mayContain(hash), Self.isOrdinary(form) else {
                addByTheRules(form, isKnown: family.leadsIntoVocabulary)
                return
            }
            add(form, term: family.term, plain: form)
        }
    }

    /// Adds a form to which all rules may apply, and its accentless spelling where that is no word of its own.
    private mutating func addByTheRules(_ form: [UInt8], isKnown: Bool) {
        guard isKnown || vocabulary.contains(maker.folded(form).span) else { return }
        add(form)
        let plain = Letters.folded(form)
        if plain != form, !lemmatizer.lexicon.contains(plain) { add(plain) }
    }

    private static func isOrdinary(_ form: [UInt8]) -> Bool {
        form.count > 2 && !form.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") }
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
        guard vocabulary.contains(plain.span) || term.map({ vocabulary.contains($0.span) }) ?? false else { return }
        map.insert(word, term: term)
    }
}
