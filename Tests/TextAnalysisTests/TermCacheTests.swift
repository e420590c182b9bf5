import Testing

@testable import TextAnalysis

struct TermCacheTests {
    private func found(_ cache: TermCache, _ word: String, language: UInt8 = 1) -> String? {
        switch cache.answer(for: WordBuffer(word), language: language, at: cache.slot(of: WordBuffer(word))) {
        case .unknown: nil
        case .dropped: ""
        case .term(let term, let isPhrase): String(term.bytes) + (isPhrase ? "!" : "")
        }
    }

    private func remember(_ cache: inout TermCache, _ word: String, _ term: String?, language: UInt8 = 1) {
        cache.remember(term?.bytes, for: WordBuffer(word), language: language, at: cache.slot(of: WordBuffer(word)))
    }

    @Test func wordsAreRememberedByLanguage() {
        var cache = TermCache()
        cache.reset()
        remember(&cache, "comprou", "comprar")
        remember(&cache, "o", nil)
        remember(&cache, "isn't", "be not", language: 3)
        #expect(found(cache, "comprou") == "comprar")
        #expect(found(cache, "comprou", language: 2) == nil)
        #expect(found(cache, "o") == "")
        #expect(found(cache, "isn't", language: 3) == "be not!")
        #expect(found(cache, "compro") == nil)
        cache.reset()
        #expect(found(cache, "comprou") == nil)
    }

    @Test func wordsThatAreTooLongAreNotRemembered() {
        var cache = TermCache()
        cache.reset()
        let word = String(repeating: "a", count: 33)
        remember(&cache, word, "a")
        remember(&cache, "a", String(repeating: "a", count: 25))
        #expect(found(cache, word) == nil && found(cache, "a") == nil)
    }

    @Test func theLongestWordsAndTermsAreRememberedWhole() {
        var cache = TermCache()
        cache.reset()
        for length in 1...32 {
            let word = String("abcdefghijklmnopqrstuvwxyz012345".prefix(length))
            let term = String("zyxwvutsrqponmlkjihgfedc".prefix(length))
            remember(&cache, word, term)
            #expect(found(cache, word) == term)
        }
    }

    @Test func noWordGetsTheTermOfAnother() {
        var cache = TermCache()
        cache.reset()
        let words = (0..<60_000).map { "w\($0)" }
        for word in words { remember(&cache, word, word + "x") }
        let answers = words.map { found(cache, $0) }
        #expect(zip(words, answers).allSatisfy { $1 == nil || $1 == $0 + "x" })
        #expect(answers.count { $0 != nil } > 20_000)
    }
}
