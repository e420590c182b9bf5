internal import RandomForest

extension Hyperparameter {
    /// The forest's hyperparameters, with scikit-learn's names (`RandomForestClassifier`).
    static let forest: [Hyperparameter] = size + split + sampling

    private static let size: [Hyperparameter] = [
        Hyperparameter(
            "n_estimators",
            \.forest.nEstimators,
            .integer(1...RandomForestParameters.mostEstimators),
            "The number of trees; with a channel model, those of the earlier model and the new ones."
        ),
        Hyperparameter("max_depth", \.forest.maxDepth, .bound(from: 1), "The greatest depth of a tree."),
        Hyperparameter("max_leaf_nodes", \.forest.maxLeafNodes, .bound(from: 2), "The most leaves of a tree."),
        Hyperparameter(
            "min_samples_split",
            \.forest.minSamplesSplit,
            .samples(from: 2),
            "The fewest documents of a node that is split."
        ),
        Hyperparameter(
            "min_samples_leaf",
            \.forest.minSamplesLeaf,
            .samples(from: 1),
            "The fewest documents of a leaf."
        ),
        Hyperparameter(
            "min_impurity_decrease",
            \.forest.minImpurityDecrease,
            .number(from: 0),
            "The least decrease of impurity that a split must bring."
        ),
    ]

    private static let split: [Hyperparameter] = [
        Hyperparameter("criterion", \.forest.criterion, .word, "How the impurity of a node is measured."),
        Hyperparameter(
            "splitter",
            \.forest.splitter,
            .word,
            "Whether a feature's best threshold is taken or a random one."
        ),
        Hyperparameter(
            "max_features",
            \.forest.maxFeatures,
            .maxFeatures,
            "How many features are looked at for a split."
        ),
        Hyperparameter("class_weight", \.forest.classWeight, .classWeight, "The weight of each class."),
    ]

    private static let sampling: [Hyperparameter] = [
        Hyperparameter("bootstrap", \.forest.bootstrap, .flag, "Grows each tree on documents drawn with replacement."),
        Hyperparameter(
            "max_samples",
            \.forest.maxSamples,
            .samplesOrNone(from: 1),
            "How many documents are drawn for a tree."
        ),
        Hyperparameter(
            "oob_score",
            \.forest.oobScore,
            .flag,
            "Measures the forest on the documents that each tree did not see."
        ),
        Hyperparameter(
            "random_state",
            \.forest.randomState,
            .seed,
            "The seed; the same one gives the same model, byte for byte."
        ),
        Hyperparameter("n_jobs", \.forest.nJobs, .threads(atMost: mostThreads), "The number of threads."),
    ]
}
