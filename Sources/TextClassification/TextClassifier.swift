public import FeatureExtraction
public import RandomForest
public import TextAnalysis

/// A trained classifier: text analyzer, vectorizer, forest and labels.
///
/// Training and serving call the same values. All threads share one; each call takes buffers of its own.
public struct TextClassifier: TextClassifying {
    /// The settings and forms that serving analyzes with.
    public let analyzerState: AnalyzerState
    /// Turns terms into features.
    public let vectorizer: TfidfVectorizer
    /// Turns features into probabilities.
    public let forest: Forest
    /// The classes, in the order of a prediction's probabilities.
    public let labels: [String]
    let analyzer: TextAnalyzer
    let buffers: PredictionBufferPool
    let explainer: SharedExplainer

    /// Puts a classifier together from its parts.
    ///
    /// - Throws: `TextClassificationError` when they don't belong together.
    public init(
        analyzerState: AnalyzerState,
        vectorizer: TfidfVectorizer,
        forest: Forest,
        labels: [String]
    ) throws(TextClassificationError) {
        guard forest.classes == labels.count else {
            throw TextClassificationError(
                .mismatch("\(labels.count) labels, but a forest of \(forest.classes) classes")
            )
        }
        guard Set(labels).count == labels.count else {
            throw TextClassificationError(.mismatch("two labels are equal"))
        }
        guard forest.features == vectorizer.vocabulary.count else {
            throw TextClassificationError(
                .mismatch("\(vectorizer.vocabulary.count) terms, but a forest of \(forest.features) features")
            )
        }
        do {
            analyzer = try TextAnalyzer(state: analyzerState)
        } catch {
            throw TextClassificationError(.analysis(error))
        }
        self.analyzerState = analyzerState
        self.vectorizer = vectorizer
        self.forest = forest
        self.labels = labels
        buffers = PredictionBufferPool(forest)
        explainer = SharedExplainer(forest)
    }

    /// Classifies texts on the calling thread; O(bytes of the texts + right turns and steps of the walks).
    public func predict(_ texts: [String]) -> [Prediction] {
        buffers.withBuffer { buffer in
            texts.map { predict($0, with: &buffer) }
        }
    }

    private func predict(_ text: String, with buffer: inout PredictionBuffer) -> Prediction {
        analyzer.analyze(text, with: &buffer.analysis)
        vectorizer.transform(buffer.analysis.terms, into: &buffer.features)
        buffer.levels.load(buffer.features.vector)
        forest.predict(buffer.levels, into: &buffer.probabilities)
        return Prediction(
            probabilities: buffer.probabilities,
            knownTerms: buffer.features.knownTerms,
            terms: buffer.analysis.terms.count
        )
    }
}
