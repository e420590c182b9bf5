public import Calibration
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
    /// How votes become probabilities, and which answers may be automatic; `nil` where that is not known.
    public let confidence: Confidence?
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
        labels: [String],
        confidence: Confidence? = nil
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
        try Self.check(confidence, classes: labels.count)
        do {
            analyzer = try TextAnalyzer(state: analyzerState)
        } catch {
            throw TextClassificationError(.analysis(error))
        }
        self.analyzerState = analyzerState
        self.vectorizer = vectorizer
        self.forest = forest
        self.labels = labels
        self.confidence = confidence
        buffers = PredictionBufferPool(forest)
        explainer = SharedExplainer(forest)
    }

    /// The same classifier with another confidence; it shares all parts with this one.
    ///
    /// - Throws: `TextClassificationError` for one of another number of classes.
    public func with(_ confidence: Confidence?) throws(TextClassificationError) -> TextClassifier {
        try Self.check(confidence, classes: labels.count)
        return TextClassifier(self, confidence)
    }

    private init(_ other: TextClassifier, _ confidence: Confidence?) {
        analyzerState = other.analyzerState
        vectorizer = other.vectorizer
        forest = other.forest
        labels = other.labels
        analyzer = other.analyzer
        buffers = other.buffers
        explainer = other.explainer
        self.confidence = confidence
    }

    private static func check(_ confidence: Confidence?, classes: Int) throws(TextClassificationError) {
        guard let confidence, confidence.thresholds.count != classes else { return }
        throw TextClassificationError(
            .mismatch("\(classes) labels, but a confidence of \(confidence.thresholds.count) classes")
        )
    }

    /// Classifies texts on the calling thread; O(bytes of the texts + right turns and steps of the walks).
    public func predict(_ texts: [String]) -> [Prediction] {
        buffers.withBuffer { buffer in
            texts.map { predict($0, with: &buffer) }
        }
    }

    /// Prepares a search for phrases, whose words are read as those of the texts are.
    public func phraseFinder(_ phrases: [String]) -> PhraseFinder {
        PhraseFinder(phrases, analyzer: analyzer)
    }

    /// The numbers of the phrases that a text holds; O(bytes of the text).
    public func phrases(_ finder: PhraseFinder, in text: String) -> Set<Int> {
        buffers.withBuffer { finder.phrases(in: text, with: &$0.analysis) }
    }

    private func predict(_ text: String, with buffer: inout PredictionBuffer) -> Prediction {
        analyzer.analyze(text, with: &buffer.analysis)
        vectorizer.transform(buffer.analysis.terms, into: &buffer.features)
        buffer.levels.load(buffer.features.vector)
        forest.predict(buffer.levels, into: &buffer.probabilities)
        var probabilities = buffer.probabilities
        confidence?.calibrator?.apply(to: &probabilities)
        return Prediction(
            probabilities: probabilities,
            votes: buffer.probabilities,
            knownTerms: buffer.features.knownTerms,
            terms: buffer.analysis.terms.count
        )
    }
}
