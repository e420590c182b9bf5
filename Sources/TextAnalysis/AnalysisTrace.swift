/// What each step leaves of one text, for people who want to see why a message has the terms it has.
public struct AnalysisTrace: Sendable, Equatable {
    /// One step that ran and what it left.
    public struct Stage: Sendable, Equatable {
        /// The step: `input`, `decode`, `html`, `quotes`, `signature` or `mask`.
        public var step: String
        /// The text after the step, with masks written as their terms.
        public var text: String
    }

    /// One word and what became of it.
    public struct Word: Sendable, Equatable {
        /// The word in lower case, or the mask.
        public var word: String
        /// Its term; nil when the word is dropped.
        public var term: String?
    }

    /// The language in which the text was analyzed.
    public var language: Language
    /// The input and what each step left that ran.
    public var stages: [Stage]
    /// The words in their order.
    public var words: [Word]
    /// The final terms, after the substitutions.
    public var terms: [String]
}

extension TextAnalyzer {
    /// Analyzes a text as `analyze` does and keeps what each step leaves.
    public func trace(of text: String) -> AnalysisTrace {
        var buffer = AnalysisBuffer()
        buffer.text = Array(text.utf8)
        var stages = [AnalysisTrace.Stage(step: "input", text: text)]
        cleaner.clean(&buffer.text, &buffer.output) { step, bytes in
            stages.append(AnalysisTrace.Stage(step: step.rawValue, text: Self.readable(bytes)))
        }
        let maker = makers[makerIndex(for: &buffer)]
        let words = words(of: buffer.text, maker: maker)
        analyze(text, with: &buffer)
        return AnalysisTrace(
            language: maker.language,
            stages: stages,
            words: words,
            terms: (0..<buffer.terms.count).map { buffer.terms.term(at: $0) }
        )
    }

    /// The dictionary form of one word, without folding and stop words; the word itself without lexicon.
    public func lemma(of word: String) -> String {
        var bytes: [UInt8] = []
        CharacterRepair.apply(to: Array(word.utf8).span, into: &bytes)
        bytes = Letters.lowercased(bytes)
        guard case .lemmatizer(let lemmatizer)? = makers.first?.source else {
            return String(decoding: bytes, as: UTF8.self)
        }
        return String(decoding: lemmatizer.lemma(of: bytes), as: UTF8.self)
    }

    private func words(of text: [UInt8], maker: TermMaker) -> [AnalysisTrace.Word] {
        var words: [AnalysisTrace.Word] = []
        var word = WordBuffer()
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text.span, into: &word) {
            case .end: return words
            case .mask(let byte):
                let term = Mask(rawValue: byte)?.term ?? ""
                words.append(AnalysisTrace.Word(word: term, term: term))
            case .word:
                let term = maker.term(for: word.array).map { String(decoding: $0, as: UTF8.self) }
                words.append(AnalysisTrace.Word(word: String(decoding: word.array, as: UTF8.self), term: term))
            }
        }
    }

    /// The text with each mask in brackets.
    static func readable(_ text: [UInt8]) -> String {
        var bytes: [UInt8] = []
        for byte in text {
            if let mask = Mask(rawValue: byte) {
                bytes.append(contentsOf: mask.term.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
