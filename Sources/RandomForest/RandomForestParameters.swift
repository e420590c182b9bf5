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
    /// The number of trees.
    public var nEstimators = 100
    /// The measure of impurity.
    public var criterion = Criterion.gini
    /// How thresholds are found.
    public var splitter = SplitterKind.best
    /// The greatest number of splits above a leaf; `nil` for no limit.
    public var maxDepth: Int?
    /// The fewest documents that a node is split with.
    public var minSamplesSplit = SampleCount.count(2)
    /// The fewest documents on each side of a split.
    public var minSamplesLeaf = SampleCount.count(1)
    /// The number of features drawn for each split; more are drawn until one is not constant.
    public var maxFeatures = MaxFeatures.sqrt
    /// The greatest number of leaves, grown by the greatest decrease of impurity first; `nil` for no limit.
    public var maxLeafNodes: Int?
    /// The least weighted decrease of impurity that is worth a split.
    public var minImpurityDecrease = 0.0
    /// The weights of the classes.
    public var classWeight = ClassWeight.uniform
    /// Whether each tree draws a sample with replacement; else all see all documents.
    public var bootstrap = true
    /// The number of draws for each tree; `nil` for as many as documents.
    public var maxSamples: SampleCount?
    /// Whether to estimate the accuracy from the trees that did not see a document.
    public var oobScore = false
    /// The seed of all random numbers.
    public var randomState: UInt64 = 0
    /// The number of threads, on which the forest does not depend; `nil` for all cores.
    public var nJobs: Int?

    /// The greatest number of trees.
    public static let mostEstimators = 100_000

    /// Creates parameters with scikit-learn's defaults.
    public init() {}
}
