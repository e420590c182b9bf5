import Testing

@testable import TextAnalysis

/// Texts put together at random from pieces that steps look for.
struct RandomTextTests {
    private static let pieces = [
        "<", ">", "</div>", "<div class=\"gmail_quote\">", "<blockquote>", "<style>", "<!--", "-->", "&nbsp;", "&#231;",
        "&", ";", "=C3=A7", "=\n", "=", "\n", "\r\n", "\n> ", "De: a\n", "Para: b\n", "Em 10/06 Ana escreveu:\n",
        "Att,\n",
        "-- \n", "52998224725", "529.982.247-25", "(11) 98765-4321", "4111 1111 1111 1111", "+55", "R$ ", "1", "12",
        ",",
        ".", "-", "/", "@", "a", "não", "enviou-me", "don't", "n't", "'", "É", "\u{301}", "\u{AD}", "\u{200B}", "\u{0}",
        "\u{1}", "\u{E}", "🙂", "日本", "Ã", "£", "º", "°", "joao@x.example", "www.", "http://", " ", " ", " ", "\t",
    ]

    /// Sixty texts of each seed.
    static func texts(seeds: ClosedRange<UInt64>) -> [(seed: UInt64, text: String)] {
        seeds.flatMap { seed in
            var generator = SplitMix(state: seed)
            return (0..<60).map { _ in (seed, RandomTextTests().text(using: &generator)) }
        }
    }

    private func text(using generator: inout SplitMix) -> String {
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            Self.pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }

    @Test(arguments: UInt64(1)...8)
    func noTextTrapsOrLeaksANumberAndServingAgrees(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let texts = (0..<60).map { _ in text(using: &generator) }
        for language in Language.allCases {
            let training = try TextAnalyzer.fit(
                AnalyzerParameters(language: .fixed(language), stopWords: .none),
                to: texts,
                lexicons: [.portuguese: .portuguese(), .spanish: .spanish(), .english: .english()]
            )
            let state = training.servingState(vocabulary: ["enviar", "nao"], trainingWords: training.words(of: texts))
            let serving = try TextAnalyzer(state: state)
            for text in texts {
                let terms = training.terms(of: text)
                #expect(serving.terms(of: text) == terms, "seed \(seed): \(text.debugDescription)")
                for term in terms {
                    let digits = term.utf8.count { (0x30...0x39).contains($0) }
                    #expect(digits <= 4, "seed \(seed): \(text.debugDescription) gave \(term)")
                    #expect(!term.isEmpty && !term.contains("\u{FFFD}") && !term.contains(" "))
                }
            }
        }
    }
}
