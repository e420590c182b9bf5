import Testing

@testable import TextAnalysis

struct SnowballStemmerTests {
    @Test(arguments: [
        (Language.portuguese, "compramos", "compr"), (.spanish, "facturas", "factur"), (.english, "running", "run"),
        (.portuguese, "reclamação", "reclam"), (.english, "", ""),
    ])
    func wordsAreStemmed(language: Language, word: String, stem: String) {
        #expect(String(SnowballStemmer.stem(of: word.bytes, language: language)) == stem)
    }

    @Test func threadsDoNotDisturbOneAnother() async {
        let words = ["compramos", "comprando", "reclamação", "facturas"]
        let expected = words.map { SnowballStemmer.stem(of: $0.bytes, language: .portuguese) }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<200).allSatisfy { _ in
                        words.map { SnowballStemmer.stem(of: $0.bytes, language: .portuguese) } == expected
                    }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
