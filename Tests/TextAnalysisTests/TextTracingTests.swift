import Testing

@testable import TextAnalysis

struct TextTracingTests {
    private static func analyzer(_ language: Language, _ substitutions: [Substitution] = []) throws -> TextAnalyzer {
        let parameters = AnalyzerParameters(
            language: .fixed(language),
            normalizer: .none,
            stopWords: .none,
            substitutions: substitutions
        )
        return try TextAnalyzer.fit(parameters, to: [], lexicons: [:])
    }

    /// The terms of a text with the pieces of the text that they come from.
    private static func pieces(_ text: String, _ analyzer: TextAnalyzer) -> [(term: String, piece: String?)] {
        var buffer = AnalysisBuffer()
        analyzer.analyze(text, with: &buffer)
        let sources = analyzer.sources(of: text, with: &buffer)
        let bytes = Array(text.utf8)
        return (0..<buffer.terms.count).map { index in
            let piece = sources[index].flatMap { String(validating: bytes[$0], as: UTF8.self) }
            return (buffer.terms.term(at: index), piece)
        }
    }

    @Test(arguments: [
        ("Quero TROCAR", "trocar", "TROCAR"),
        ("<p>Quero <b>tro</b>car</p>", "trocar", "tro</b>car"),
        ("<style>.trocar{}</style><p class=\"trocar\">Favor trocar</p>", "trocar", "trocar"),
        ("<p>Devolu&ccedil;&atilde;o j&#225;</p>", "devolucao", "Devolu&ccedil;&atilde;o"),
        ("<p>Devolu&ccedil;&atilde;o j&#225;</p>", "ja", "j&#225;"),
        ("Pe=C3=A7o a devolu=C3=A7=C3=A3o", "devolucao", "devolu=C3=A7=C3=A3o"),
        ("Peço a devolu=\n=C3=A7=C3=A3o", "devolucao", "devolu=\n=C3=A7=C3=A3o"),
        ("meu CPF 529.982.247-25 ok", "[cpf]", "529.982.247-25"),
        ("paguei R$ 49,90 ontem", "[amount]", "R$ 49,90"),
        ("paguei $5 ontem", "[amount]", "$5"),
        ("mail de joao@x.example hoje", "[email]", "joao@x.example"),
        ("veja www.x.example/a hoje", "[url]", "www.x.example/a"),
        ("fone (11) 98765-4321 hoje", "[phone]", "(11) 98765-4321"),
        ("depois 529.982.247-25 trocar", "trocar", "trocar"),
        ("quero devoluc\u{327}a\u{303}o", "devolucao", "devoluc\u{327}a\u{303}o"),
        ("quero tro\u{200B}car", "trocar", "tro\u{200B}car"),
        ("nÃ£o veio \u{AD}nada", "nao", "nÃ£o"),
        ("nÃ£o veio \u{AD}nada", "nada", "nada"),
        ("🙂 não 👍🏽 Atenção!", "atencao", "Atenção"),
        ("linha um\r\nlinha\u{2028}ação dois", "acao", "ação"),
        ("\u{FEFF}<div>Olá</div>\r\n<div>ÓTIMO</div>", "otimo", "ÓTIMO"),
        ("Quero trocar\n\nEm 10/06/2024 Ana <a@b.example> escreveu:\n> Quero cancelar", "trocar", "trocar"),
        ("> Quero cancelar\nQuero trocar", "quero", "Quero"),
        ("Quero trocar\n\nAtt,\nQuero", "trocar", "trocar"),
    ])
    func termComesFromItsPieceOfTheText(text: String, term: String, piece: String) throws {
        let found = Self.pieces(text, try Self.analyzer(.portuguese)).filter { $0.term == term }
        #expect(found.map(\.piece) == [piece])
    }

    @Test func wordBelowAQuoteStandsBelowTheQuote() throws {
        let text = "> Quero cancelar\nQuero trocar"
        var buffer = AnalysisBuffer()
        let analyzer = try Self.analyzer(.portuguese)
        analyzer.analyze(text, with: &buffer)
        #expect(analyzer.sources(of: text, with: &buffer) == [17..<22, 23..<29])
    }

    @Test func bothTermsOfAContractedNegationComeFromItsWord() throws {
        let found = Self.pieces("it doesn't work", try Self.analyzer(.english))
        #expect(found.map(\.term) == ["it", "does", "not", "work"])
        #expect(found.map(\.piece) == ["it", "doesn't", "doesn't", "work"])
    }

    @Test func replacementComesFromItsWholePhrase() throws {
        let substitutions = [
            Substitution(phrase: "vale troca", replacement: "cupom de troca"),
            Substitution(phrase: "bom dia", replacement: ""),
        ]
        let found = Self.pieces("Bom dia, meu vale <b>troca</b> sumiu", try Self.analyzer(.portuguese, substitutions))
        #expect(found.map(\.term) == ["meu", "cupom", "de", "troca", "sumiu"])
        #expect(found.map(\.piece) == ["meu", "vale <b>troca", "vale <b>troca", "vale <b>troca", "sumiu"])
    }

    @Test(arguments: MailFixture.all)
    func everyWordOfAMailIsTraced(mail: MailFixture) throws {
        for (term, piece) in Self.pieces(mail.input, try Self.analyzer(.portuguese)) {
            let piece = try #require(piece, "\(term)")
            guard piece.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&") }),
                !term.hasPrefix("["), !piece.contains("=")
            else { continue }
            // Abbreviations are off with this normalizer, so a plain word is its own term.
            #expect(piece.lowercased() == term)
        }
    }

    @Test func tracedCleaningIsTheCleaning() {
        for (seed, text) in RandomTextTests.texts(seeds: 1...8) {
            for parameters in [AnalyzerParameters(), AnalyzerParameters(cleanQuotes: false, maskEntities: false)] {
                let cleaner = TextCleaner(parameters)
                var buffer = AnalysisBuffer()
                cleaner.clean(text, with: &buffer)
                let traced = cleaner.trace(text)
                #expect(traced.bytes == buffer.text, "seed \(seed): \(text.debugDescription)")
                for index in traced.bytes.indices {
                    guard let source = traced.source(of: index..<index + 1) else { continue }
                    #expect(source.lowerBound >= 0 && source.upperBound <= text.utf8.count, "seed \(seed)")
                }
            }
        }
    }

    @Test func sourcesLieInTheTextAndBeginAndEndCharacters() throws {
        let analyzer = try Self.analyzer(.portuguese)
        for (seed, text) in RandomTextTests.texts(seeds: 11...18) {
            var buffer = AnalysisBuffer()
            analyzer.analyze(text, with: &buffer)
            let terms = buffer.terms
            let sources = analyzer.sources(of: text, with: &buffer)
            #expect(sources.count == terms.count && buffer.terms.bytes == terms.bytes, "seed \(seed)")
            let bytes = Array(text.utf8)
            for case let source? in sources {
                #expect(
                    String(validating: bytes[source], as: UTF8.self) != nil,
                    "seed \(seed): \(text.debugDescription)"
                )
            }
        }
    }
}
