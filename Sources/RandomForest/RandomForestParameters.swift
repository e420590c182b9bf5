/// How the impurity of a node is measured.
public enum Criterion: String, Sendable, CaseIterable {
    case gini
    case entropy
    /// The same measure as `entropy`, by scikit-learn's other name.
    case logLoss = "log_loss"
}

/// How a split is found for a drawn feature.
public enum SplitterKind: String, Sendable, CaseIterable {
    /// The best threshold of all.
    case best
    /// One threshold drawn at random between the smallest and greatest value (extremely randomized trees).
    case random
}

/// How many features are looked at for a split.
public enum MaxFeatures: Sendable, Equatable {
    case sqrt
    case log2
    case count(Int)
    case fraction(Double)
    case all
}

/// A number of documents, or a share of them.
public enum SampleCount: Sendable, Equatable {
    case count(Int)
    case fraction(Double)
}

/// The weight of each class in the impurity and in the leaves.
public enum ClassWeight: Sendable, Equatable {
    case uniform
    /// n / (classes x documents of the class), over the training set.
    case balanced
    /// The same, over each tree's bootstrap sample.
    case balancedSubsample
    /// By label; 1 for labels that are not named.
    case perLabel([String: Double])
}

/// The parameters of a random forest, with scikit-learn's names, meaning and defaults (`RandomForestClassifier`).
public struct RandomForestParameters: Sendable, Equatable {
    public var nEstimators = 100
    public var criterion = Criterion.gini
    public var splitter = SplitterKind.best
    public var maxDepth: Int?
    public var minSamplesSplit = SampleCount.count(2)
    public var minSamplesLeaf = SampleCount.count(1)
    public var maxFeatures = MaxFeatures.sqrt
    public var maxLeafNodes: Int?
    public var minImpurityDecrease = 0.0
    public var classWeight = ClassWeight.uniform
    public var bootstrap = true
    public var maxSamples: SampleCount?
    public var oobScore = false
    public var randomState: UInt64 = 0
    /// The number of threads; `nil` for all cores. The forest does not depend on it.
    public var nJobs: Int?

    /// The greatest number of trees.
    public static let mostEstimators = 100_000

    /// Creates parameters with scikit-learn's defaults.
    public init() {}
}
