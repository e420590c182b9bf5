import Dataset

/// Grows a random forest; source: L. Breiman, "Random Forests", 2001, in scikit-learn's terms.
///
/// Each tree draws from a generator of its own, seeded by `random_state` and the tree's number. So the forest does not
/// depend on the number of threads, nor on which machine grows which tree.
public struct RandomForestTrainer: Sendable {
    private let parameters: RandomForestParameters
    private let matrix: LevelMatrix
    private let classes: [UInt16]
    private let classWeights: ClassWeights
    private let rules: SplitRules

    /// Prepares the training of a forest.
    ///
    /// - Parameters:
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
        self.parameters = parameters
        self.matrix = matrix
        self.classes = classes.map { UInt16(truncatingIfNeeded: $0) }
        classWeights = ClassWeights(parameters.classWeight, classes: classes, labels: labels)
        rules = SplitRules(parameters, documents: classes.count, features: matrix.features)
    }

    /// Grows the trees whose numbers are in `range`, in order, on `n_jobs` threads.
    ///
    /// - Parameter finished: Called on any thread whenever a tree is done.
    public func trees(_ range: Range<Int>, finished: @Sendable () -> Void = {}) -> [DecisionTree] {
        ParallelLoop(threads: parameters.nJobs).map(range.count) { offset in
            let tree = tree(range.lowerBound + offset)
            finished()
            return tree
        }
    }

    /// Grows all `n_estimators` trees and lays them out for prediction.
    public func fit(finished: @Sendable () -> Void = {}) throws(RandomForestError) -> Forest {
        try Forest(
            trees: trees(0..<parameters.nEstimators, finished: finished),
            classes: classWeights.count,
            features: matrix.features
        )
    }

    /// Grows one tree; the same for the same number, whoever calls.
    public func tree(_ number: Int) -> DecisionTree {
        switch parameters.criterion {
        case .gini: grow(number, by: GiniMeasure.self)
        case .entropy, .logLoss: grow(number, by: EntropyMeasure.self)
        }
    }

    private func grow<Measure: ImpurityMeasure>(_ number: Int, by measure: Measure.Type) -> DecisionTree {
        var generator = SeededGenerator(seed: parameters.randomState, stream: UInt64(number))
        let bag = sample(using: &generator)
        let infos = zip(classes, bag.draws).map { SampleInfo(class: Int($0), draws: Int($1)) }
        let weights = classWeights.weights(draws: bag.draws, classes: classes)
        let splitter = Splitter<Measure>(rules: rules, classWeights: weights, features: matrix.features)
        let builder = TreeBuilder(
            matrix: matrix,
            infos: infos,
            samples: bag.documents,
            splitter: splitter,
            generator: generator
        )
        return builder.grow()
    }

    private func sample(using generator: inout SeededGenerator) -> BootstrapSample {
        BootstrapSample(
            documents: matrix.rows,
            size: parameters.maxSamples?.resolved(documents: matrix.rows, atLeast: 1) ?? matrix.rows,
            bootstrap: parameters.bootstrap,
            using: &generator
        )
    }
}
