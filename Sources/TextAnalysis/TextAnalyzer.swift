/// Turns a message into terms: cleans, masks, tokenizes, normalizes, folds, drops stop words and substitutes.
///
/// Safe to share between threads; each thread brings its own `AnalysisBuffer`.
public struct TextAnalyzer: Sendable {
    /// The settings.
    public let parameters: AnalyzerParameters
    /// The language decided; nil when each document decides for itself.
    public let language: Language?
    /// What was done otherwise than asked for; empty in an analyzer of a trained model.
    public let warnings: [AnalyzerWarning]

    let cleaner: TextCleaner
    /// One for the language decided, or one for each language.
    let makers: [TermMaker]
    private let detector: LanguageDetector
    private(set) var substituters: [PhraseSubstituter] = []
    private let identity = AnalyzerIdentity()

    init(
        parameters: AnalyzerParameters,
        language: Language?,
        warnings: [AnalyzerWarning] = [],
        source: (Language) -> TermMaker.Source
    ) {
        self.parameters = parameters
        self.language = language
        self.warnings = warnings
        cleaner = TextCleaner(parameters)
        detector = LanguageDetector()
        makers = (language.map { [$0] } ?? Language.allCases).map { language in
            TermMaker(language: language, source: source(language), parameters: parameters)
        }
        substituters = makers.map { maker in
            PhraseSubstituter(parameters.substitutions) { terms(ofPhrase: $0, maker: maker) }
        }
    }

    /// Writes the terms of a text, in order, into the buffer, in O(bytes).
    public func analyze(_ text: String, with buffer: inout AnalysisBuffer) {
        cleaner.clean(text, with: &buffer)
        let index = makerIndex(for: &buffer)
        makeTerms(makers[index], with: &buffer)
        guard !substituters[index].isEmpty else { return }
        swap(&buffer.rawTerms, &buffer.terms)
        substituters[index].apply(to: buffer.rawTerms, into: &buffer.terms)
    }

    /// The place in `makers` of the language of the cleaned text; a text that does not tell goes to the first.
    func makerIndex(for buffer: inout AnalysisBuffer) -> Int {
        guard makers.count > 1 else { return 0 }
        let text = buffer.text
        let found = detector.language(of: text.span, word: &buffer.word)
        return makers.firstIndex { $0.language == found } ?? 0
    }

    /// Makes the terms of the cleaned text, without substitutions.
    func makeTerms(_ maker: TermMaker, with buffer: inout AnalysisBuffer) {
        buffer.terms.removeAll()
        if buffer.owner !== identity {
            buffer.cache.reset()
            buffer.owner = identity
        }
        let language: UInt8 = maker.languageCode
        let text = buffer.text
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text.span, into: &buffer.word) {
            case .end: return
            case .mask(let byte): buffer.terms.append(Mask.terms[Int(byte)])
            case .word: appendTerm(maker, language, &buffer)
            }
        }
    }

    @inline(__always)
    func appendTerm(_ maker: TermMaker, _ language: UInt8, _ buffer: inout AnalysisBuffer) {
        let slot = buffer.cache.slot(of: buffer.word)
        switch buffer.cache.answer(for: buffer.word, language: language, at: slot) {
        case .dropped:
            return
        case .term(let term, isPhrase: false):
            buffer.terms.append(term)
        case .term(let term, isPhrase: true):
            buffer.terms.append(phrase: term.bytes[...])
        case .unknown:
            let term = maker.term(for: buffer.word.array)
            buffer.cache.remember(term, for: buffer.word, language: language, at: slot)
            if let term { buffer.terms.append(phrase: term[...]) }
            // The cache is filled by these words and no others, so each word comes by here at least once.
            buffer.seenWords?.insert(buffer.word, languageCode: language)
        }
    }

    /// The terms of a phrase, without the cache, whose memory would cost more than it saves.
    func terms(ofPhrase phrase: String, maker: TermMaker) -> [[UInt8]] {
        var buffer = AnalysisBuffer()
        cleaner.clean(phrase, with: &buffer)
        let text = buffer.text
        var terms: [[UInt8]] = []
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text.span, into: &buffer.word) {
            case .end: return terms
            case .mask(let byte): terms.append(Mask.terms[Int(byte)])
            case .word: terms += maker.term(for: buffer.word.array)?.split(separator: 0x20).map(Array.init) ?? []
            }
        }
    }
}

extension TermList {
    /// Appends the terms of a phrase, which have single spaces between.
    mutating func append(phrase: ArraySlice<UInt8>) {
        guard phrase.contains(0x20) else { return append(phrase) }
        for term in phrase.split(separator: 0x20) { append(term) }
    }
}
