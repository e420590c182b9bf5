/// A forest's parameters resolved for a training set: shares turned into numbers.
struct SplitRules: Sendable {
    var maxFeatures: Int
    var maxDepth: Int
    var minSamplesSplit: Int
    var minSamplesLeaf: Int
    var minImpurityDecrease: Double
    var maxLeafNodes: Int?
    var splitter: SplitterKind

    /// Resolves the parameters as scikit-learn does, for `documents` documents and `features` features.
    init(_ parameters: RandomForestParameters, documents: Int, features: Int) {
        maxFeatures = parameters.maxFeatures.resolved(features: features)
        maxDepth = parameters.maxDepth ?? Int.max
        minSamplesLeaf = parameters.minSamplesLeaf.resolved(documents: documents, atLeast: 1)
        minSamplesSplit = max(
            parameters.minSamplesSplit.resolved(documents: documents, atLeast: 2),
            2 * minSamplesLeaf
        )
        minImpurityDecrease = parameters.minImpurityDecrease
        maxLeafNodes = parameters.maxLeafNodes
        splitter = parameters.splitter
    }
}

extension MaxFeatures {
    /// The number of features to look at, at least 1.
    func resolved(features: Int) -> Int {
        let share: Double =
            switch self {
            case .sqrt: Double(features).squareRoot()
            case .log2: Double(max(1, features.bitWidth - 1 - max(1, features).leadingZeroBitCount))
            case .count(let count): Double(count)
            case .fraction(let fraction): fraction * Double(features)
            case .all: Double(features)
            }
        return max(1, min(features, Int(share)))
    }
}

extension SampleCount {
    /// A number of documents: a share is rounded up, as scikit-learn does.
    func resolved(documents: Int, atLeast least: Int) -> Int {
        switch self {
        case .count(let count): max(least, count)
        case .fraction(let fraction): max(least, Int((fraction * Double(documents)).rounded(.up)))
        }
    }

    /// The number of draws for a tree's sample: a share is rounded, halves to even, as scikit-learn does.
    func drawn(from documents: Int) -> Int {
        switch self {
        case .count(let count): count
        case .fraction(let share): max(1, Int((share * Double(documents)).rounded(.toNearestOrEven)))
        }
    }
}
