import Testing

@testable import TextAnalysis

struct StopWordsTests {
    @Test(arguments: [
        (
            Language.portuguese,
            ["não", "nao", "nem", "nunca", "sem", "nenhum", "nada", "mas", "muito", "mais", "menos"]
        ),
        (.spanish, ["no", "ni", "nunca", "sin", "nada", "pero", "muy", "más", "menos", "sí"]),
        (.english, ["not", "no", "never", "without", "but", "very", "more", "less", "can", "my", "how"]),
    ])
    func negationsAndIntensityStay(language: Language, words: [String]) {
        let stopWords = StopWords(.standard, language: language)
        for word in words { #expect(!stopWords.contains(word.bytes), "\(word)") }
    }

    @Test(arguments: [
        (Language.portuguese, ["você", "voce", "que", "está", "esta", "x", "é"]),
        (.spanish, ["que", "está", "el", "y"]),
        (.english, ["the", "an", "i"]),
    ])
    func functionWordsAndSingleLettersAreDropped(language: Language, words: [String]) {
        let stopWords = StopWords(.standard, language: language)
        for word in words { #expect(stopWords.contains(word.bytes), "\(word)") }
    }

    @Test func aListReplacesTheLanguagesOwn() {
        let stopWords = StopWords(.list(["Ação"]), language: .portuguese)
        #expect(stopWords.contains("ação".bytes) && stopWords.contains("acao".bytes))
        #expect(!stopWords.contains("que".bytes) && !stopWords.contains("x".bytes))
        #expect(!StopWords(.none, language: .portuguese).contains("que".bytes))
    }

    @Test func noAbbreviationIsWrittenOutAsAnother() {
        for language in Language.allCases {
            let table = Abbreviations.table(of: language)
            #expect(table.values.allSatisfy { table[$0] == nil })
            #expect(table.values.allSatisfy { !$0.contains(0x20) })
        }
    }
}
