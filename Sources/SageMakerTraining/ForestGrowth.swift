import Dataset
import FeatureExtraction
import RandomForest
import TextClassification

/// Grows this machine's trees, shows the progress, keeps checkpoints and prints the objectives on the way.
struct ForestGrowth {
    private let training: TextClassifierTraining
    private let range: Range<Int>
    private let earlier: Forest?
    private let checkpoint: ForestCheckpoint?
    private let threads: Int?
    private let metrics: MetricLog
    private let stop: TrainingStop
    private let progress: ProgressReporter

    /// Plans to grow the trees with the numbers of `range`, which stand behind those of an earlier forest.
    init(
        _ training: TextClassifierTraining,
        _ range: Range<Int>,
        after earlier: Forest? = nil,
        checkpoint: ForestCheckpoint?,
        threads: Int?,
        metrics: MetricLog,
        stop: TrainingStop
    ) {
        self.training = training
        self.range = range
        self.earlier = earlier
        self.checkpoint = checkpoint
        self.threads = threads
        self.metrics = metrics
        self.stop = stop
        progress = ProgressReporter(ProgressBar("trees", total: range.count))
    }

    /// Grows all trees: in one go, or in pieces where there are documents to measure with or a checkpoint to keep.
    ///
    /// Each piece but the last is measured when it is done; the whole model is measured after it.
    ///
    /// - Returns: The trees of the range; after a stop the first ones, `nil` for none.
    /// - Throws: `TextClassificationError` when the trees are too large for their format.
    func forest(measuredOn validation: LabeledDocuments?) throws(TextClassificationError) -> Forest? {
        var curve = validation.map { LearningCurve(training, on: $0, threads: threads) }
        if let earlier { curve?.add(earlier) }
        stop.enter(.growing)
        var parts = [restored()].compactMap(\.self)
        for part in parts { curve?.add(part) }
        let first = range.lowerBound + (parts.first?.trees ?? 0)
        for piece in pieces(from: first, inOneGo: curve == nil && checkpoint == nil) {
            let trees = training.trees(piece, until: stop.flag, finished: { progress.advance() })
            guard !trees.isEmpty else { break }
            let grown = try training.forest(of: trees)
            parts.append(grown)
            if let checkpoint {
                parts = [try joined(parts)]
                checkpoint.save(parts[0])
            }
            guard !stop.isRequested, piece.upperBound < range.upperBound else { break }
            curve?.add(grown)
            curve?.measures.recordObjectives(to: metrics.at(step: piece.upperBound))
        }
        return parts.isEmpty ? nil : try joined(parts)
    }

    private func restored() -> Forest? {
        let forest = checkpoint?.load(classes: training.labels.count, features: training.vectorizer.vocabulary.count)
        if let forest { progress.advance(by: forest.trees) }
        return forest
    }

    private func pieces(from first: Int, inOneGo: Bool) -> [Range<Int>] {
        guard first < range.upperBound else { return [] }
        guard !inOneGo else { return [first..<range.upperBound] }
        let threads = ParallelLoop(threads: threads).threads
        return TreeBatches.ranges(of: range.upperBound - first, threads: threads).map {
            (first + $0.lowerBound)..<(first + $0.upperBound)
        }
    }

    private func joined(_ parts: [Forest]) throws(TextClassificationError) -> Forest {
        do {
            return try Forest(joining: parts)
        } catch {
            throw TextClassificationError(.forest(error))
        }
    }
}
