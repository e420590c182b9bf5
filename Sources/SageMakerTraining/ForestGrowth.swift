import Dataset
import RandomForest
import TextClassification

/// Grows the trees of a job, shows the progress and prints the objectives on the way.
struct ForestGrowth {
    private let training: TextClassifierTraining
    private let parameters: RandomForestParameters
    private let metrics: MetricLog
    private let progress: ProgressReporter

    init(_ training: TextClassifierTraining, _ parameters: RandomForestParameters, _ metrics: MetricLog) {
        self.training = training
        self.parameters = parameters
        self.metrics = metrics
        progress = ProgressReporter(ProgressBar("trees", total: parameters.nEstimators))
    }

    /// Grows all trees: in one go, or with documents to measure with in pieces, each of which is measured when it is
    /// done.
    ///
    /// The last piece is not, since the whole model is.
    ///
    /// - Throws: `TextClassificationError` when the trees are too large for their format.
    func trees(measuredOn validation: LabeledDocuments?) throws(TextClassificationError) -> [DecisionTree] {
        guard let validation else { return grow(0..<parameters.nEstimators) }
        var curve = LearningCurve(training, on: validation, threads: parameters.nJobs)
        var trees: [DecisionTree] = []
        let threads = ParallelLoop(threads: parameters.nJobs).threads
        for range in TreeBatches.ranges(of: parameters.nEstimators, threads: threads) {
            let grown = grow(range)
            trees += grown
            guard range.upperBound < parameters.nEstimators else { break }
            curve.add(try training.forest(of: grown))
            curve.measures.recordObjectives(to: metrics.at(step: range.upperBound))
        }
        return trees
    }

    private func grow(_ range: Range<Int>) -> [DecisionTree] {
        training.trees(range, finished: { progress.advance() })
    }
}
