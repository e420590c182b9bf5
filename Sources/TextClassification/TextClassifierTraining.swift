public import Calibration
public import Dataset
public import FeatureExtraction
public import RandomForest
import TextAnalysis

/// A training whose features are ready and whose trees are still to be grown.
///
/// A tree depends on its number only, so that trees may be grown in pieces, in any order and on several machines.
public struct TextClassifierTraining: Sendable {
    /// Turns terms into features.
    public let vectorizer: TfidfVectorizer
    /// The classes, in the order of a prediction's probabilities.
    public let labels: [String]
    private let words: TrainingWords
    private let analyzer: TextAnalyzer
    let trainer: RandomForestTrainer
    private let threads: Int?

    init(
        words: TrainingWords,
        labels: [String],
        analyzer: TextAnalyzer,
        vectorizer: TfidfVectorizer,
        forest trainer: RandomForestTrainer,
        threads: Int?
    ) {
        self.words = words
        self.labels = labels
        self.analyzer = analyzer
        self.vectorizer = vectorizer
        self.trainer = trainer
        self.threads = threads
    }

    /// Grows the trees whose numbers are in `range`; `finished` is called on any thread when one is done.
    public func trees(_ range: Range<Int>, finished: @Sendable () -> Void = {}) -> [DecisionTree] {
        trainer.trees(range, finished: finished)
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
                threads: threads
            )
        } catch {
            throw TextClassificationError(.forest(error))
        }
    }

    /// The features of other texts, in their order.
    public func features(of texts: [String]) -> [SparseVector] {
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

    /// What the classifier says of each training document by the trees that did not see it; O(documents x trees).
    ///
    /// - Parameter classifier: A classifier with all trees of this training, in the order of their numbers.
    /// - Returns: The measures, and the class probabilities of each document.
    public func outOfBagEstimate(of classifier: TextClassifier) -> OutOfBagEstimate {
        trainer.outOfBagEstimate(of: classifier.forest)
    }

    /// What the trees say of training documents that they did not see, to find the model's confidence with.
    ///
    /// - Parameters:
    ///   - classifier: A classifier with all trees of this training, in the order of their numbers.
    ///   - seed: What decides which documents are drawn, where they are many.
    /// - Returns: The sample; empty where every tree saw every document.
    public func calibrationSample(of classifier: TextClassifier, seed: UInt64) -> CalibrationSample {
        let documents = CalibrationSample.documents(of: trainer.classes.count, classes: labels.count, seed: seed)
        return CalibrationSample(
            classes: labels.count,
            truth: documents.map(trainer.classIndex),
            shares: trainer.outOfBagShares(of: classifier.forest, documents: documents)
        )
    }

    /// A classifier with the given trees that is ready to answer; it knows the forms of `phrases` beside its own terms'.
    ///
    /// - Throws: `TextClassificationError` when the trees are too large for their format.
    public func classifier(
        of trees: [DecisionTree],
        phrases: [String] = []
    ) throws(TextClassificationError) -> TextClassifier {
        try TextClassifier(
            analyzerState: analyzer.servingState(
                vocabulary: vectorizer.vocabulary.words,
                trainingWords: words,
                phrases: phrases
            ),
            vectorizer: vectorizer,
            forest: forest(of: trees),
            labels: labels
        )
    }
}
