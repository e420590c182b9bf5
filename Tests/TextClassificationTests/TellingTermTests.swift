import Evaluation
import FeatureExtraction
import Testing

@testable import TextClassification

struct TellingTermTests {
    private static func training() throws -> TextClassifierTraining {
        var parameters = try SampleMessages.parameters()
        parameters.tfidf = try TfidfParameters()
        return try TextClassifierTrainer(parameters, lexicons: [:]).prepare(
            texts: SampleMessages.texts,
            labels: SampleMessages.labels
        )
    }

    /// `cupom` stands in all 3 documents of its label and in none of the 6 others: chi-square 9.
    @Test func termsAreOrderedByChiSquare() throws {
        let terms = try Self.training().tellingTerms(most: 3, inAtLeast: 2)
        let cupom = try #require(terms.first)
        #expect(cupom.map(\.term) == ["cupom", "desconto"])
        #expect(cupom[0].counts.chiSquare == 9)
        #expect(cupom[0].counts.holding == 3 && cupom[0].counts.others == 6)
        #expect(cupom[1].counts.holding == 2)
        #expect(terms[1].first?.term == "pedido")
    }

    @Test func rarerAndCommonTermsAreLeftOut() throws {
        let training = try Self.training()
        for terms in training.tellingTerms(most: 100, inAtLeast: 2) {
            #expect(terms.allSatisfy { $0.counts.holding >= 2 && $0.counts.share > $0.counts.othersShare })
        }
        #expect(training.tellingTerms(most: 2, inAtLeast: 1).allSatisfy { $0.count == 2 })
        #expect(training.documentsWithoutTerms == 0)
    }

    @Test func rankingKeepsTheFirstOfEquals() {
        var ranking = Ranking<String>(most: 2)
        for (score, item) in [(1.0, "a"), (2, "b"), (1, "c"), (2, "d"), (0, "e")] { ranking.add(score, item) }
        #expect(ranking.items == ["b", "d"])
    }
}
