public import Dataset

/// Grows a random forest, in scikit-learn's terms.
///
/// Source: L. Breiman, "Random Forests", Machine Learning 45, 2001.
///
/// Each tree draws from a generator of its own, seeded by `random_state` and the tree's number. So the forest does not
/// depend on the number of threads, nor on which machine grows which tree.
public struct RandomForestTrainer: Sendable {
    let parameters: RandomForestParameters
    let plan: TrainingPlan

    /// Prepares the training of a forest.
    ///
    /// - Parameters:
    ///   - parameters: The forest's parameters.
    ///   - matrix: One row of features for each document.
    ///   - classes: The class of each document, below `labels.count`.
    ///   - labels: The name of each class.
    /// - Throws: `RandomForestError` for parameters out of range, or data that no forest can be grown from.
    public init(
        _ parameters: RandomForestParameters,
        matrix: LevelMatrix,
        classes: [Int],
        labels: [String]
    ) throws(RandomForestError) {
        try parameters.validate(labels: labels)
        guard matrix.rows == classes.count, classes.allSatisfy({ labels.indices.contains($0) }) else {
            throw RandomForestError(.data("each document needs one class out of \(labels.count)"))
        }
        guard !classes.isEmpty else { throw RandomForestError(.data("there is no document to learn from")) }
        guard labels.count < SampleInfo.mostClasses, classes.count < ColumnIndex.mostDocuments else {
            throw RandomForestError(
                .data("at most \(ColumnIndex.mostDocuments - 1) documents and \(SampleInfo.mostClasses - 1) labels")
            )
        }
        if case .count(let count) = parameters.maxSamples, count > classes.count {
            throw RandomForestError(
                .parameter("max_samples", allowed: "at most the number of documents, \(classes.count)")
            )
        }
        guard matrix.entries.count < ColumnIndex.mostEntries else {
            throw RandomForestError(
                .data("the documents have more than \(ColumnIndex.mostEntries - 1) features in all")
            )
        }
        self.parameters = parameters
        plan = TrainingPlan(parameters, matrix: matrix, classes: classes, labels: labels)
        guard classes.contains(where: plan.classWeights.hasWeight) else {
            throw RandomForestError(.data("no document has weight; give one of its labels a class_weight above 0"))
        }
    }

    /// Grows the trees whose numbers are in `range`, in order, on `n_jobs` threads.
    ///
    /// - Parameters:
    ///   - range: The numbers of the trees.
    ///   - stop: When it is raised the trees in hand are finished and no further one is begun.
    ///   - finished: Called on any thread whenever a tree is done.
    /// - Returns: The trees in the order of their numbers; after a stop the first ones of the range, maybe none.
    public func trees(
        _ range: Range<Int>,
        until stop: StopFlag? = nil,
        finished: @Sendable () -> Void = {}
    ) -> [DecisionTree] {
        switch parameters.criterion {
        case .gini: trees(range, by: GiniMeasure.self, until: stop, finished: finished)
        case .entropy, .logLoss: trees(range, by: EntropyMeasure.self, until: stop, finished: finished)
        }
    }

    private func trees<Measure: ImpurityMeasure>(
        _ range: Range<Int>,
        by measure: Measure.Type,
        until stop: StopFlag?,
        finished: @Sendable () -> Void
    ) -> [DecisionTree] {
        let loop = ParallelLoop(threads: parameters.nJobs)
        let makeBuilder: @Sendable () -> TreeBuilder<Measure> = { TreeBuilder(plan) }
        return loop.map(range.count, until: stop, state: makeBuilder) { builder, offset in
            let tree = builder.grow(range.lowerBound + offset)
            finished()
            return tree
        }
    }

    /// Grows all `n_estimators` trees and lays them out for prediction.
    public func fit(finished: @Sendable () -> Void = {}) throws(RandomForestError) -> Forest {
        try Forest(
            trees: trees(0..<parameters.nEstimators, finished: finished),
            classes: plan.classWeights.count,
            features: plan.matrix.features,
            threads: parameters.nJobs
        )
    }
}
