import Testing

@testable import TextAnalysis

struct TextAnalyzerTests {
    private func analyzer(
        _ language: Language = .portuguese,
        _ change: (inout AnalyzerParameters) -> Void = { _ in }
    ) throws -> TextAnalyzer {
        var parameters = AnalyzerParameters(language: .fixed(language))
        change(&parameters)
        let lexicons: [Language: Lexicon] = try [
            .portuguese: .portuguese(), .spanish: .spanish(), .english: .english(),
        ]
        return try TextAnalyzer.fit(parameters, to: [], lexicons: lexicons)
    }

    @Test(arguments: [
        ("Comprei a geladeira e ela chegou QUEBRADA!", ["comprei", "geladeira", "chegar", "quebrar"]),
        ("vc nao me enviou os produtos", ["nao", "enviar", "produto"]),
        ("CPF 529.982.247-25 do pedido 123456", ["cpf", "[cpf]", "pedido", "[order]"]),
        ("o pedido n° 123456 n chegou", ["pedido", "numero", "[order]", "nao", "chegar"]),
        ("o a e é", []),
        ("", []),
    ])
    func portugueseTextBecomesTerms(text: String, terms: [String]) throws {
        #expect(try analyzer().terms(of: text) == terms)
    }

    @Test(arguments: [
        ("I don't think it's working", ["do", "not", "think", "it", "work"]), ("We won't", ["we", "will", "not"]),
        ("the cards", ["card"]),
        ("naïve", ["naïve"]),
    ])
    func englishKeepsNegationsAndAccents(text: String, terms: [String]) throws {
        #expect(try analyzer(.english).terms(of: text) == terms)
    }

    @Test func eachStepCanBeSwitchedOff() throws {
        let text = "<p>São 110 produtos</p>Em 10/06 Ana escreveu:<br>antes"
        #expect(try analyzer { $0.maskEntities = false }.terms(of: "<p>São 110 produtos</p>") == ["110", "produto"])
        #expect(try analyzer { $0.foldAccents = false }.terms(of: "não reclamacao") == ["não", "reclamação"])
        #expect(try analyzer { $0.stopWords = .none }.terms(of: "São produtos") == ["ser", "produto"])
        #expect(try analyzer { $0.cleanHTML = false }.terms(of: "<b>oi</b>") == ["oi"])
        #expect(try analyzer { $0.cleanQuotes = false }.terms(of: text).contains("ana"))
        #expect(try analyzer().terms(of: text) == ["[number]", "produto"])
        #expect(try analyzer { $0.cleanSignatures = false }.terms(of: "oi\nAtt,\nAna") == ["oi", "att", "ana"])
        #expect(try analyzer().terms(of: "oi\nAtt,\nAna") == ["oi"])
    }

    @Test func aListOfStopWordsDropsWordsAndTheirForms() throws {
        let analyzer = try analyzer { $0.stopWords = .list(["Comprar", "você"]) }
        #expect(analyzer.terms(of: "voce comprou a geladeira") == ["o", "geladeira"])
    }

    @Test func normalizersDiffer() throws {
        #expect(try analyzer { $0.normalizer = .none }.terms(of: "Produtos chegaram") == ["produtos", "chegaram"])
        #expect(try analyzer { $0.normalizer = .stem }.terms(of: "Produtos chegaram") == ["produt", "cheg"])
        #expect(try analyzer().terms(of: "Produtos chegaram") == ["produto", "chegaram"])
    }

    @Test func withoutLexiconWordsAreStemmedAndAWarningSaysSo() throws {
        let analyzer = try TextAnalyzer.fit(
            AnalyzerParameters(language: .fixed(.portuguese)),
            to: ["oi"],
            lexicons: [:]
        )
        #expect(analyzer.terms(of: "produtos") == ["produt"])
        #expect(
            analyzer.warnings.map(\.description) == [
                "no lexicon for language 'pt': words are stemmed instead of lemmatized; "
                    + "run 'make lexicon' and train again"
            ]
        )
    }

    @Test func substitutionsWorkOnTermsAndPhrases() throws {
        let analyzer = try analyzer {
            $0.substitutions = [
                Substitution(phrase: "bom dia", replacement: ""),
                Substitution(phrase: "mercadoria", replacement: "produto"),
                Substitution(phrase: "Geladeira de inox", replacement: "refrigerador premium"),
                Substitution(phrase: "geladeira", replacement: "refrigerador"),
                Substitution(phrase: "o", replacement: "x"),
            ]
        }
        #expect(analyzer.terms(of: "Bom dia, a mercadoria chegou") == ["produto", "chegar"])
        #expect(analyzer.terms(of: "geladeiras de inox") == ["refrigerador", "premium"])
        #expect(analyzer.terms(of: "geladeira inox geladeira") == ["refrigerador", "premium", "refrigerador"])
        #expect(analyzer.terms(of: "bom") == ["bom"])
    }

    @Test func aBufferForgetsTheAnalyzerBefore() throws {
        var buffer = AnalysisBuffer()
        try analyzer().analyze("produtos", with: &buffer)
        try analyzer { $0.normalizer = .none }.analyze("produtos", with: &buffer)
        #expect(buffer.terms.term(at: 0) == "produtos")
    }

    @Test func theTraceShowsEachStepThatRan() throws {
        let trace = try analyzer().trace(of: "<p>CPF 52998224725</p>\nAtt,\nAna")
        #expect(trace.stages.map(\.step) == ["input", "html", "quotes", "signature", "mask"])
        #expect(trace.stages.last?.text.contains("[cpf]") == true)
        #expect(trace.words.first == AnalysisTrace.Word(word: "cpf", term: "cpf"))
        #expect(trace.language == .portuguese)
        #expect(trace.terms == ["cpf", "[cpf]"])
        #expect(try analyzer().lemma(of: "COMPROU") == "comprar")
    }

    @Test(arguments: [
        ("o produto não chegou e eu quero o meu dinheiro", Language.portuguese),
        ("el producto no llegó y quiero mi dinero", .spanish), ("the product has not arrived", .english),
    ])
    func theLanguageOfASetIsDecided(text: String, language: Language) throws {
        let texts = Array(repeating: text, count: 30)
        #expect(try TextAnalyzer.fit(AnalyzerParameters(), to: texts, lexicons: [:]).language == language)
    }

    @Test func inAMixedSetEachTextDecides() throws {
        let texts = ["o produto não chegou", "the product has not arrived yet"]
        let analyzer = try TextAnalyzer.fit(
            AnalyzerParameters(),
            to: texts,
            lexicons: [.portuguese: .portuguese(), .english: .english()]
        )
        #expect(analyzer.language == nil)
        #expect(analyzer.warnings == [.lexiconMissing(.spanish)])
        #expect(analyzer.terms(of: "o produto não chegou") == ["produto", "nao", "chegar"])
        #expect(analyzer.terms(of: "the cards are not worked") == ["card", "be", "not", "work"])
    }
}
