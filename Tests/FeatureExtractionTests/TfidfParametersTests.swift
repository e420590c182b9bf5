import FeatureExtraction
import Testing

struct TfidfParametersTests {
    @Test(arguments: [0...1, -3...2, 1...6, 6...6])
    func nGramsOutOfRangeAreRefused(_ range: ClosedRange<Int>) {
        #expect(throws: TfidfError(.parameter("ngram_range", allowed: "1 to 5, the smaller first"))) {
            try TfidfParameters(ngramRange: range)
        }
    }

    @Test(arguments: [0, -1, Int.min])
    func maxFeaturesBelowOneIsRefused(_ count: Int) {
        #expect(throws: TfidfError(.parameter("max_features", allowed: "a whole number from 1, or none"))) {
            try TfidfParameters(maxFeatures: count)
        }
    }

    @Test(arguments: [.count(0), .count(-1), .share(-0.1), .share(1.1), .share(.nan)] as [DocumentFrequency])
    func documentFrequenciesOutOfRangeAreRefused(_ bound: DocumentFrequency) {
        let allowed = "a whole number from 1, or a share from 0.0 to 1.0"
        #expect(throws: TfidfError(.parameter("min_df", allowed: allowed))) { try TfidfParameters(minDF: bound) }
        #expect(throws: TfidfError(.parameter("max_df", allowed: allowed))) { try TfidfParameters(maxDF: bound) }
    }

    @Test func greatestBoundsAreAllowed() throws {
        let parameters = try TfidfParameters(
            ngramRange: 1...5,
            maxFeatures: .max,
            minDF: .share(0),
            maxDF: .count(.max)
        )
        #expect(try TfidfVectorizer.fit(["a b"], parameters).vectorizer.vocabulary.count == 3)
    }

    @Test(arguments: [
        (
            TfidfError(.parameter("min_df", allowed: "a whole number from 1")),
            "tfidf_min_df is out of range; allowed: a whole number from 1"
        ),
        (
            TfidfError(.emptyVocabulary(terms: 12)),
            "no term is left of 12: the texts hold only stop words, or tfidf_min_df and tfidf_max_df leave nothing"
        ),
        (
            TfidfError(.term(7)),
            "term 7 of the vocabulary is empty, holds a line feed, is not UTF-8 or is cut short"
        ),
        (TfidfError(.unorderedVocabulary("pedido")), "the vocabulary is not in ascending order at pedido"),
        (TfidfError(.weights(3, terms: 4)), "3 weights don't fit 4 terms, or one is not a positive number"),
    ])
    func everyErrorIsOneClearLine(_ error: TfidfError, line: String) {
        #expect(error.description == line)
    }
}
