/// Makes the term of a word in one language: writes it out, normalizes it, folds it, or drops it.
///
/// A class, because a copy of all its parts for each word costs as much as a look-up.
final class TermMaker: Sendable {
    /// Where normal forms come from.
    enum Source: Sendable {
        case lemmatizer(Lemmatizer)
        case formMap(FormMap)
        case stemmer
        case none
    }

    let language: Language
    let source: Source
    private let abbreviations: ByteMap
    private let stopWords: StopWords
    private let folds: Bool

    /// Creates a maker for one language.
    init(language: Language, source: Source, parameters: AnalyzerParameters) {
        self.language = language
        self.source = source
        abbreviations = parameters.normalizer == .none ? ByteMap() : Abbreviations.table(of: language)
        stopWords = StopWords(parameters.stopWords, language: language)
        folds = parameters.foldAccents && language != .english
    }

    /// The term of a word, or nil when it is dropped; several terms have spaces between.
    func term(for word: [UInt8]) -> [UInt8]? {
        guard isNegated(word) else { return simpleTerm(for: word) }
        // The negation must outlive its auxiliary verb, which is a stop word.
        let verb = EnglishClitics.stem(of: word).flatMap(simpleTerm).map { $0 + [UInt8(ascii: " ")] }
        return (verb ?? []) + Self.negation
    }

    /// The word that is looked up for a word of a text: short spellings written out, contracted negations taken off.
    func lookedUp(_ word: [UInt8]) -> [UInt8]? {
        isNegated(word) ? EnglishClitics.stem(of: word).map(expanded) : expanded(word)
    }

    private func isNegated(_ word: [UInt8]) -> Bool {
        language == .english && word.ends(with: Self.contractedNegation)
    }

    private func expanded(_ word: [UInt8]) -> [UInt8] {
        abbreviations[word] ?? word
    }

    /// A number for the language, for the keys of `TermCache`; never 0, which is a free slot's.
    var languageCode: UInt8 {
        switch language {
        case .portuguese: 1
        case .spanish: 2
        case .english: 3
        }
    }

    /// The term of a word without contracted negation, or nil when it is dropped; never several terms.
    func simpleTerm(for word: [UInt8]) -> [UInt8]? {
        let word = expanded(word)
        if stopWords.contains(word) { return nil }
        switch source {
        case .none: return folded(word)
        case .stemmer: return folded(SnowballStemmer.stem(of: word, language: language))
        case .formMap(let map):
            switch map.answer(for: word) {
            case .unknown: return (hasClitics(word) ? map.termWithoutClitics(of: word) : nil) ?? folded(word)
            case .dropped: return nil
            case .term(let term): return term
            }
        case .lemmatizer(let lemmatizer): return term(forLemma: lemmatizer.lemma(of: word))
        }
    }

    /// The term of a lemma, or nil when it is dropped.
    func term(forLemma lemma: [UInt8]) -> [UInt8]? {
        stopWords.contains(lemma) ? nil : folded(lemma)
    }

    /// The words whose term may differ from that of their dictionary lemma, beside those that the rules know by their
    /// shape: single letters, contractions and words with a hyphen.
    func specialWords(of lemmatizer: Lemmatizer) -> [[UInt8]] {
        lemmatizer.overrides.keys + lemmatizer.accentRestorer.words + abbreviations.keys + stopWords.all
    }

    /// Whether pronouns may be taken off a word that a form map does not hold.
    func hasClitics(_ word: [UInt8]) -> Bool {
        language == .portuguese && !PortugueseClitics.verbForms(of: word).isEmpty
    }

    /// A word as a term when nothing is known of it.
    func folded(_ word: [UInt8]) -> [UInt8] {
        folds ? Letters.folded(word) : word
    }

    private static let contractedNegation = Array("n't".utf8)
    private static let negation = Array("not".utf8)
}
