import Testing
import TextAnalysis

struct TextAnalyzerTests {
    @Test func wordsBecomeTermsInOrder() throws {
        let analyzer = try TextAnalyzer.fit(
            AnalyzerParameters(language: .fixed(.english), normalizer: .none, stopWords: .none),
            to: [],
            lexicons: [:]
        )
        var buffer = AnalysisBuffer()
        analyzer.analyze("Blue, GREEN red", with: &buffer)
        #expect((0..<buffer.terms.count).map { buffer.terms.term(at: $0) } == ["blue", "green", "red"])
    }
}
