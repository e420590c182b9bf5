public import Dataset
public import FeatureExtraction
public import RandomForest
import TextAnalysis

/// A training whose features are ready and whose trees are still to be grown.
///
/// A tree depends on its number only, so that trees may be grown in pieces, in any order and on several machines.
public struct TextClassifierTraining: Sendable {
    /// The classes, in the order of a prediction's probabilities.
    public let labels: [String]
    private let words: TrainingWords
    private let features: TextFeatures
    let trainer: RandomForestTrainer
    /// What serving needs of the analyzer, once it is made.
    private var state: AnalyzerState?

    init(
        words: TrainingWords,
        labels: [String],
        features: TextFeatures,
        state: AnalyzerState? = nil,
        forest trainer: RandomForestTrainer
    ) {
        self.words = words
        self.labels = labels
        self.features = features
        self.state = state
        self.trainer = trainer
    }

    /// Turns terms into features.
    public var vectorizer: TfidfVectorizer { features.vectorizer }

    /// Grows the trees whose numbers are in `range`; `finished` is called on any thread when one is done.
    ///
    /// When `stop` is raised the trees in hand are finished, and the first ones of the range, maybe none, come back.
    public func trees(
        _ range: Range<Int>,
        until stop: StopFlag? = nil,
        finished: @Sendable () -> Void = {}
    ) -> [DecisionTree] {
        trainer.trees(range, until: stop, finished: finished)
    }

    /// A number that two trainings share when each tree of one is the tree with the same number of the other.
    public var fingerprint: Fingerprint {
        var fingerprint = Fingerprint()
        fingerprint.add(vectorizer.vocabulary.lines)
        for label in labels { fingerprint.add(label) }
        trainer.addFingerprint(to: &fingerprint)
        return fingerprint
    }

    /// Lays trees out as a forest, which predicts from the features of `features(of:)`.
    ///
    /// - Throws: `TextClassificationError` when the trees are too large for their format.
    public func forest(of trees: [DecisionTree]) throws(TextClassificationError) -> Forest {
        do {
            return try Forest(
                trees: trees,
                classes: labels.count,
                features: vectorizer.vocabulary.count,
                threads: features.threads
            )
        } catch {
            throw TextClassificationError(.forest(error))
        }
    }

    /// The features of other texts, in their order.
    public func features(of texts: [String]) -> [SparseVector] {
        features.rows(of: texts)
    }

    /// A classifier with the given trees that is ready to answer.
    ///
    /// - Throws: `TextClassificationError` when the trees are too large for their format.
    public func classifier(of trees: [DecisionTree]) throws(TextClassificationError) -> TextClassifier {
        try classifier(of: forest(of: trees))
    }

    /// A classifier with a forest of this training that is ready to answer.
    ///
    /// - Throws: `TextClassificationError` when the forest is of another training.
    public func classifier(of forest: Forest) throws(TextClassificationError) -> TextClassifier {
        try TextClassifier(
            analyzerState: state ?? servingState(phrases: []),
            vectorizer: vectorizer,
            forest: forest,
            labels: labels
        )
    }

    /// Makes ahead what `classifier(of:)` needs of the analyzer, which does not depend on the trees and takes its time.
    ///
    /// The classifier will know the forms of `phrases` beside its own terms'.
    public mutating func compile(phrases: [String] = []) {
        if state == nil { state = servingState(phrases: phrases) }
    }

    private func servingState(phrases: [String]) -> AnalyzerState {
        features.analyzer.servingState(
            vocabulary: vectorizer.vocabulary.words,
            trainingWords: words,
            phrases: phrases
        )
    }
}
