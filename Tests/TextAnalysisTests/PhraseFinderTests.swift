import Testing

@testable import TextAnalysis

struct PhraseFinderTests {
    private func analyzer(_ change: (inout AnalyzerParameters) -> Void = { _ in }) throws -> TextAnalyzer {
        var parameters = AnalyzerParameters(language: .fixed(.portuguese))
        change(&parameters)
        let lexicons: [Language: Lexicon] = try [
            .portuguese: .portuguese(), .spanish: .spanish(), .english: .english(),
        ]
        return try TextAnalyzer.fit(parameters, to: [], lexicons: lexicons)
    }

    private func isFound(_ phrase: String, in text: String, by analyzer: TextAnalyzer) -> Bool {
        var buffer = AnalysisBuffer()
        let finder = PhraseFinder(["zzz", phrase], analyzer: analyzer)
        let found = finder.phrases(in: text, with: &buffer)
        #expect(found.isEmpty || found == [1])
        return !found.isEmpty
    }

    @Test(arguments: [
        ("codigo postagem", "Cadê o CÓDIGO de postagem?", true),
        ("Código  Postagem", "cade o codigo de postagem", true),
        ("codigo postagem", "o código da minha postagem", true),
        ("codigo postagem", "postagem do código", false),
        ("codigo postagem", "o código chegou na postagem", false),
        ("produto quebrado", "os produtos quebrados", false),
        ("produto quebrada", "os produtos quebrou", true),
        ("comprou", "vou comprar", true),
        ("reclamacao", "minhas reclamações", true),
        ("para mim", "manda para mim", true),
        ("para mim", "manda para ele", false),
        ("nunca vistas", "palavras nunca vistas aqui", true),
        ("[cpf]", "meu cpf é 529.982.247-25", true),
        ("[CPF] do titular", "529.982.247-25 do titular", true),
        ("[cpf]", "meu cpf", false),
        ("procon", "", false),
        ("procon", "<p>Vou ao <b>PROCON</b></p>", true),
        ("procon", "vou ao proconsul", false),
        ("lei", "oi\nEm 10/06 Ana escreveu:\n> a lei", false),
    ])
    func phraseIsFoundInItsForms(phrase: String, text: String, isThere: Bool) throws {
        #expect(try isFound(phrase, in: text, by: analyzer()) == isThere)
    }

    @Test(arguments: [
        (Normalizer.none, "codigo postagem", "código de postagem", true),
        (.none, "codigo postagem", "códigos de postagem", false),
        (.stem, "codigo postagem", "códigos de postagem", true),
    ])
    func accentsNeverCount(normalizer: Normalizer, phrase: String, text: String, isThere: Bool) throws {
        for folds in [true, false] {
            let analyzer = try analyzer {
                $0.normalizer = normalizer
                $0.foldAccents = folds
            }
            #expect(isFound(phrase, in: text, by: analyzer) == isThere)
        }
    }

    @Test(arguments: [
        ("pedido errado", "mercadoria errado", true),
        ("mercadoria errado", "pedido errado", true),
        ("bom dia", "bom dia, tudo bem", true),
        ("bom dia", "oi", false),
    ])
    func substitutionsHideNoPhrase(phrase: String, text: String, isThere: Bool) throws {
        let analyzer = try analyzer {
            $0.substitutions = [
                Substitution(phrase: "mercadoria", replacement: "pedido"),
                Substitution(phrase: "bom dia", replacement: ""),
            ]
        }
        #expect(isFound(phrase, in: text, by: analyzer) == isThere)
    }

    @Test(arguments: [
        "os produtos não chegaram e quero comprar reclamações", "the companies sent invoices", "las facturas",
    ])
    func phraseIsFoundWhateverTheLanguageOfTheText(text: String) throws {
        let analyzer = try analyzer { $0.language = .auto }
        for phrase in text.split(separator: " ").dropFirst() {
            #expect(isFound(String(phrase), in: text, by: analyzer), "\(phrase)")
        }
    }

    @Test func servingKnowsTheFormsOfPhrasesThatNoTextHeld() throws {
        let training = try analyzer()
        let words = training.words(of: ["oi"])
        let with = training.servingState(vocabulary: ["oi"], trainingWords: words, phrases: ["geladeira quebrada"])
        let without = training.servingState(vocabulary: ["oi"], trainingWords: words)
        let text = "as geladeiras quebrou"
        #expect(isFound("geladeira quebrada", in: text, by: try TextAnalyzer(state: with)))
        #expect(!isFound("geladeira quebrada", in: text, by: try TextAnalyzer(state: without)))
        #expect(isFound("geladeira quebrada", in: "a Geladeira quebrada", by: try TextAnalyzer(state: without)))
    }

    @Test func severalPhrasesAreFoundAtOnceWithOneBuffer() throws {
        let analyzer = try analyzer()
        let finder = PhraseFinder(["comprar", "comprar geladeira", "geladeira", "produto"], analyzer: analyzer)
        var buffer = AnalysisBuffer()
        #expect(finder.phrases(in: "comprou geladeiras", with: &buffer) == [0, 1, 2])
        analyzer.analyze("produto", with: &buffer)
        #expect(finder.phrases(in: "produtos", with: &buffer) == [3])
    }
}
