import Dataset
import FeatureExtraction
import TextAnalysis

/// Turns texts into rows of features by a vocabulary that is fixed, as serving does, on several threads.
struct TextFeatures: Sendable {
    let analyzer: TextAnalyzer
    let vectorizer: TfidfVectorizer
    let threads: Int?

    /// The features of texts, in their order.
    func rows(of texts: [String]) -> [SparseVector] {
        let pieces = ParallelLoop.ranges(of: texts.count, pieces: 64)
        let buffers = { @Sendable in (analysis: AnalysisBuffer(), features: TfidfVectorizer.Buffer()) }
        return ParallelLoop(threads: threads).map(pieces.count, state: buffers) { buffers, piece in
            texts[pieces[piece]].map { text in
                analyzer.analyze(text, with: &buffers.analysis)
                vectorizer.transform(buffers.analysis.terms, into: &buffers.features)
                return buffers.features.vector
            }
        }.flatMap(\.self)
    }
}
