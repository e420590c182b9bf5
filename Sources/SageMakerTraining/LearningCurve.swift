import Dataset
import RandomForest
import TextClassification

/// How well a forest does on labelled documents as trees are added to it.
///
/// Each tree is asked about each document once: the probabilities are summed up from the pieces of the forest.
struct LearningCurve {
    private let labels: [String]
    private let classes: [String: Int]
    private let features: [SparseVector]
    private let threads: Int?
    private var sums: [[Float]]
    private(set) var trees = 0

    /// Begins a curve on the documents of a validation channel.
    init(_ training: TextClassifierTraining, on documents: LabeledDocuments, threads: Int?) {
        labels = documents.labels
        classes = Dictionary(training.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        features = training.features(of: documents.texts)
        self.threads = threads
        sums = Array(repeating: Array(repeating: 0, count: training.labels.count), count: documents.count)
    }

    /// Adds the next trees, as a forest of their own.
    mutating func add(_ forest: Forest) {
        let pieces = ParallelLoop.ranges(of: features.count, pieces: 64)
        let features = features
        let votes = ParallelLoop(threads: threads).map(pieces.count) { piece in
            var levels = DocumentLevels(for: forest)
            var probabilities = [Float](repeating: 0, count: forest.classes)
            return features[pieces[piece]].map { document in
                levels.load(document)
                forest.predict(levels, into: &probabilities)
                return probabilities
            }
        }.flatMap(\.self)
        for (document, vote) in votes.enumerated() {
            for index in vote.indices { sums[document][index] += vote[index] * Float(forest.trees) }
        }
        trees += forest.trees
    }

    /// The measures of the trees so far; there is one at least.
    var measures: ValidationMeasures {
        let share = 1 / Float(max(trees, 1))
        let predictions = sums.map { Prediction(probabilities: $0.map { $0 * share }, knownTerms: 0, terms: 0) }
        return ValidationMeasures(predictions, labels: labels, classes: classes)
    }
}
