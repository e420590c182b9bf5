extension RandomForestParameters {
    /// Checks every parameter's range.
    ///
    /// - Throws: `RandomForestError` that names the parameter and what is allowed.
    func validate(labels: [String]) throws(RandomForestError) {
        try require((1...Self.mostEstimators).contains(nEstimators), "n_estimators", "1 to \(Self.mostEstimators)")
        try require((maxDepth ?? 1) >= 1, "max_depth", "a whole number from 1, or none")
        try require(
            minSamplesSplit.isValid(from: 2),
            "min_samples_split",
            "a whole number from 2, or a share up to 1.0"
        )
        try require(minSamplesLeaf.isValid(from: 1), "min_samples_leaf", "a whole number from 1, or a share up to 1.0")
        try require(maxFeatures.isValid, "max_features", "sqrt, log2, all, a whole number from 1, or a share up to 1.0")
        try require((maxLeafNodes ?? 2) >= 2, "max_leaf_nodes", "a whole number from 2, or none")
        try require(minImpurityDecrease >= 0, "min_impurity_decrease", "a number from 0.0")
        try require(maxSamples?.isValid(from: 1) ?? true, "max_samples", "a whole number from 1, or a share up to 1.0")
        try require(bootstrap || maxSamples == nil, "max_samples", "none, because bootstrap is false")
        try require(bootstrap || !oobScore, "oob_score", "false, because bootstrap is false")
        try require((nJobs ?? 1) >= 1, "n_jobs", "a whole number from 1, or -1 for all cores")
        if case .perLabel(let weights) = classWeight { try validate(weights, labels: labels) }
    }

    private func validate(_ weights: [String: Double], labels: [String]) throws(RandomForestError) {
        for (label, weight) in weights {
            try require(
                labels.contains(label) && weight >= 0 && weight.isFinite,
                "class_weight of \(label)",
                "a number from 0.0, for one of the labels \(labels.prefix(20).joined(separator: ", "))"
            )
        }
    }

    private func require(_ holds: Bool, _ name: String, _ allowed: String) throws(RandomForestError) {
        guard holds else { throw RandomForestError(.parameter(name, allowed: allowed)) }
    }
}

extension SampleCount {
    fileprivate func isValid(from least: Int) -> Bool {
        switch self {
        case .count(let count): count >= least
        case .fraction(let fraction): fraction > 0 && fraction <= 1
        }
    }
}

extension MaxFeatures {
    fileprivate var isValid: Bool {
        switch self {
        case .sqrt, .log2, .all: true
        case .count(let count): count >= 1
        case .fraction(let fraction): fraction > 0 && fraction <= 1
        }
    }
}
