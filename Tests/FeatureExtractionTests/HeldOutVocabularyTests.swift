import FeatureExtraction
import Testing
import TextAnalysis

struct HeldOutVocabularyTests {
    private static let texts = ["troca pedido", "troca cupom", "troca cupom cupom", "pedido raro raro", ""]

    private func analyzed(_ text: String) throws -> TermList {
        let parameters = AnalyzerParameters(language: .fixed(.portuguese), normalizer: .none, stopWords: .none)
        let analyzer = try TextAnalyzer.fit(parameters, to: [text], lexicons: [:])
        var buffer = AnalysisBuffer()
        analyzer.analyze(text, with: &buffer)
        return buffer.terms
    }

    private func vocabulary(minDF: Int) throws -> HeldOutVocabulary {
        let parameters = try TfidfParameters(minDF: .count(minDF))
        var counter = TermCounter(parameters)
        for text in Self.texts { counter.append(try analyzed(text)) }
        return HeldOutVocabulary(try TfidfVectorizer.fit([counter], parameters).vectorizer, documents: Self.texts.count)
    }

    @Test func documentFrequenciesAreThoseOfTheTexts() throws {
        // cupom, pedido, raro, troca.
        #expect(try vocabulary(minDF: 1).documentFrequencies == [2, 2, 1, 3])
    }

    @Test(arguments: [
        (1, [2, 2, 3, 1, 0]), (2, [1, 1, 1, 0, 0]), (3, [0, 0, 0, 0, 0]),
    ])
    func termIsKnownIfAnotherDocumentWouldKeepIt(minDF: Int, known: [Int]) throws {
        let vocabulary = try vocabulary(minDF: minDF)
        #expect(try Self.texts.map { vocabulary.knownTerms(of: try analyzed($0)) } == known)
    }
}
