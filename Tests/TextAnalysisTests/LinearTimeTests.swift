import Testing

@testable import TextAnalysis

/// Texts made to be slow: a step that looked ahead to the end at each character would not come back from these.
struct LinearTimeTests {
    private static let seeds = [
        "<", ">", "<a ", "</", "<!--", "<style>", "<div class=gmail_quote>", "<blockquote>", "&", "&#", "&amp", "1",
        "1 ",
        "1.", "(1", "+1", "a@", "@", "\n", "\n>", "\u{301}", "a\u{301}", "🙂", "=C3", "=C3=A7", "On 1\n", "De: a\n",
        "De: a\nPara: b\n\n", "_", "a-", "http://", "R$", "R$ 1 ", "att\n", "\u{FEFF}", "n't ", "pedido 1 ", "\r",
    ]

    @Test(arguments: seeds)
    func aLongTextOfOneSortComesBack(seed: String) throws {
        let analyzer = try TextAnalyzer.fit(AnalyzerParameters(), to: [], lexicons: [.portuguese: .portuguese()])
        let text = String(repeating: seed, count: seed.utf8.count == 1 ? 100_000 : 20_000)
        #expect(analyzer.terms(of: text).count <= 100_000)
    }
}
