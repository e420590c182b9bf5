import Testing

@testable import TextAnalysis

struct ServingTests {
    private static let vocabularyWords = [
        "comprou", "comprá-lo", "compras", "voce", "vc", "reclamacoes", "numero", "número", "geladeiras", "não", "é",
        "era",
        "xyz", "guarda-chuva", "don't", "cards", "companies", "isn't", "won't", "facturas", "enviármelo", "del",
        "produto",
        "529.982.247-25", "a@b.example", "R$ 10", "110v", "chegou", "quebrada", "enviou-me", "está", "works", "mary",
        "the",
        "que", "para", "muy", "manda", "mandas", "descritos", "feitos",
    ]

    private func texts(seed: UInt64) -> [String] {
        var generator = SplitMix(state: seed)
        return (0..<200).map { _ in
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                Self.vocabularyWords.randomElement(using: &generator) ?? ""
            }.joined(separator: " ")
        }
    }

    @Test(
        arguments: [LanguageChoice.fixed(.portuguese), .fixed(.spanish), .fixed(.english), .auto],
        [UInt64(1), 2, 3]
    )
    func servingGivesTheTermsOfTraining(choice: LanguageChoice, seed: UInt64) throws {
        let texts = texts(seed: seed)
        var parameters = AnalyzerParameters(language: choice)
        parameters.substitutions = [Substitution(phrase: "guarda-chuva", replacement: "geladeiras")]
        let training = try TextAnalyzer.fit(
            parameters,
            to: texts,
            lexicons: [.portuguese: .portuguese(), .spanish: .spanish(), .english: .english()]
        )
        let state = training.servingState(vocabulary: ["comprar", "produto"], trainingWords: training.words(of: texts))
        let serving = try TextAnalyzer(state: state)
        for text in texts { #expect(serving.terms(of: text) == training.terms(of: text), "seed \(seed): \(text)") }
        #expect(serving.language == training.language && serving.parameters == training.parameters)
    }

    @Test func servingKnowsFormsThatTrainingNeverSaw() throws {
        let training = try TextAnalyzer.fit(
            AnalyzerParameters(language: .fixed(.portuguese)),
            to: [],
            lexicons: [.portuguese: .portuguese()]
        )
        let state = training.servingState(vocabulary: ["comprar", "reclamacao"], trainingWords: TrainingWords())
        let serving = try TextAnalyzer(state: state)
        #expect(
            serving.terms(of: "comprou compraria reclamacoes reclamações") == [
                "comprar", "comprar", "reclamacao", "reclamacao",
            ]
        )
        #expect(serving.terms(of: "produtos") == ["produtos"])
        #expect(serving.terms(of: "comprá-lo comprou-me enviou-me") == ["comprar", "comprar", "enviou-me"])
    }

    @Test func dictionaryFormsOfKeptLemmasAreTheSameInServing() throws {
        let lexicon = try Lexicon.portuguese()
        let training = try TextAnalyzer.fit(
            AnalyzerParameters(language: .fixed(.portuguese)),
            to: [],
            lexicons: [.portuguese: lexicon]
        )
        for term in ["comprar", "compra", "mandar", "enviar", "envio", "descrever", "numerar", "voce", "por", "numero"]
        {
            let state = training.servingState(vocabulary: [term], trainingWords: TrainingWords())
            let serving = try TextAnalyzer(state: state)
            lexicon.forEachForm { form, _ in
                for word in [form, Letters.folded(form)] {
                    let expected = training.terms(of: String(word)) == [term]
                    #expect((serving.terms(of: String(word)) == [term]) == expected, "\(String(word)) for \(term)")
                }
            }
        }
    }

    @Test func stemmingAndNoNormalizingNeedNoMap() throws {
        for normalizer in [Normalizer.stem, .none] {
            let training = try TextAnalyzer.fit(
                AnalyzerParameters(language: .fixed(.spanish), normalizer: normalizer),
                to: [],
                lexicons: [:]
            )
            let state = training.servingState(vocabulary: [], trainingWords: training.words(of: ["facturas"]))
            #expect(state.formMaps.isEmpty)
            #expect(try TextAnalyzer(state: state).terms(of: "facturas") == training.terms(of: "facturas"))
        }
    }
}

/// A small generator of random numbers with a seed (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

extension TextAnalyzer {
    /// The words that an analysis of the texts meets.
    func words(of texts: [String]) -> TrainingWords {
        var buffer = AnalysisBuffer(recordsWords: true)
        for text in texts { analyze(text, with: &buffer) }
        return buffer.takeWords()
    }
}
