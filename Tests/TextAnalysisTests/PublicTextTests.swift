import Testing
import TextAnalysis

struct PublicTextTests {
    /// The CPF is synthetic.
    @Test(arguments: [
        ("Meu CPF é 123.456.789-09, escreva\n para ana.silva@example.com", "Meu CPF é [cpf], escreva para [email]"),
        ("veja https://example.com/pedido?id=1 &amp; <b>responda</b>", "veja [url] & responda"),
        ("", ""), ("  \n ", ""),
    ])
    func personalDataIsMaskedWhateverTheModelDoes(text: String, shown: String) {
        #expect(PublicText().excerpt(of: text, most: 200) == shown)
    }

    @Test func longTextsAreCutBehindTheMasks() {
        let text = "cpf 123.456.789-09 " + String(repeating: "palavra ", count: 100)
        let excerpt = PublicText().excerpt(of: text, most: 20)
        #expect(excerpt == "cpf [cpf] palavra p…")
        #expect(excerpt.count == 20)
    }

    @Test func termsOfAModelAreMaskedToo() {
        #expect(PublicText().excerpt(of: "ana@example.com", most: 50) == "[email]")
        #expect(PublicText().excerpt(of: "[cpf] pedido", most: 50) == "[cpf] pedido")
    }

    @Test func languagesAreCounted() {
        let texts = ["não quero mais o produto, obrigado", "I would like to return the order, thank you", "12345", ""]
        let counts = LanguageCounts(of: texts, parameters: AnalyzerParameters())
        #expect(counts.counts == [.portuguese: 1, .english: 1])
        #expect(counts.undecided == 2)
        let many = LanguageCounts(of: Array(repeating: texts[0], count: 12_001), parameters: AnalyzerParameters())
        #expect(many.texts == many.counts[.portuguese])
        #expect(many.texts <= LanguageCounts.mostTexts && many.texts > LanguageCounts.mostTexts / 2)
    }
}
