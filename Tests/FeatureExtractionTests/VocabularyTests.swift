import FeatureExtraction
import Testing

struct VocabularyTests {
    @Test func termsAreFoundByFeature() throws {
        let vocabulary = try Vocabulary(terms: ["Z", "a", "a b", "ação", "é", "日本", "😀"])
        #expect(vocabulary.count == 7)
        #expect(vocabulary.term(at: 3) == "ação")
        #expect(vocabulary.terms == ["Z", "a", "a b", "ação", "é", "日本", "😀"])
    }

    @Test(arguments: [["b", "a"], ["a", "a"], ["a b", "a"], ["é", "z"], ["a", "c", "b"]])
    func termsThatDoNotAscendAreRefused(_ terms: [String]) {
        #expect(throws: TfidfError(.unorderedVocabulary(terms.last ?? ""))) { try Vocabulary(terms: terms) }
    }

    @Test func emptyTermOrLineFeedIsRefused() {
        #expect(throws: TfidfError(.term(0))) { try Vocabulary(terms: [""]) }
        #expect(throws: TfidfError(.term(1))) { try Vocabulary(terms: ["a", "b\nc"]) }
    }

    /// Copying the terms for each new one would take 40 thousand million bytes here.
    @Test func largeVocabularyGrowsWithoutCopies() throws {
        let terms = (100_000..<200_000).map { "word\($0)" }
        let vocabulary = try Vocabulary(terms: terms)
        #expect(vocabulary.count == 100_000 && vocabulary.term(at: 99_999) == "word199999")
    }

    @Test func linesReadBackAsTheSameVocabulary() throws {
        let vocabulary = try Vocabulary(terms: ["a", "a b", "ação"])
        #expect(vocabulary.lines == Array("a\na b\nação\n".utf8))
        #expect(try Vocabulary(lines: vocabulary.lines) == vocabulary)
        #expect(try Vocabulary(lines: []).terms.isEmpty)
    }

    @Test(arguments: [
        (Array("a\n\nb\n".utf8), 1), (Array("a\nb".utf8), 1), (Array("\n".utf8), 0), ([0x61, 0x0A, 0xFF, 0x0A], 1),
        ([0xC3, 0x0A], 0), ([0xED, 0xA0, 0x80, 0x0A], 0),
    ])
    func linesThatHoldNoTermAreRefused(_ lines: [UInt8], term: Int) {
        #expect(throws: TfidfError(.term(term))) { try Vocabulary(lines: lines) }
    }

    @Test func linesThatDoNotAscendAreRefused() {
        #expect(throws: TfidfError(.unorderedVocabulary("a"))) { try Vocabulary(lines: Array("b\na\n".utf8)) }
    }

    @Test func wordsStandOnceInOrderOfTheirBytes() throws {
        let vocabulary = try Vocabulary(terms: ["Z", "a", "a b", "b a", "b z", "é a"])
        #expect(vocabulary.words == ["Z", "a", "b", "z", "é"])
    }

    @Test func twoSpellingsOfALetterAreTwoWords() throws {
        let spellings = ["e\u{301}", "\u{E9}"]
        #expect(try Vocabulary(terms: spellings).words.map { Array($0.utf8) } == spellings.map { Array($0.utf8) })
    }

    @Test func wordThatBeginsWithACombiningMarkStandsAlone() throws {
        let words = try Vocabulary(terms: ["a \u{301}b"]).words
        #expect(words.map { Array($0.utf8) } == [[0x61], [0xCC, 0x81, 0x62]])
    }
}
