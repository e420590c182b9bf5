import Dataset

@testable import RandomForest

/// Splits by the definitions, without regard to speed; the reference for `Splitter`.
struct NaiveSplitter {
    let set: SparseSet
    var criterion = Criterion.gini
    var minSamplesLeaf = 1

    /// The impurity of documents that count once each: gini or entropy in bits.
    func impurity(of documents: [Int]) -> Double {
        let shares = Dictionary(grouping: documents) { set.classes[$0] }.values.map {
            Double($0.count) / Double(documents.count)
        }
        switch criterion {
        case .gini: return 1 - shares.reduce(0) { $0 + $1 * $1 }
        case .entropy, .logLoss: return -shares.reduce(0) { $0 + $1 * log2($1) }
        }
    }

    /// The decrease of impurity by sending documents above `level` to the right; `nil` where a side is too small.
    func decrease(_ documents: [Int], feature: Int, level: UInt8) -> Double? {
        let left = documents.filter { set.matrix.level(of: feature, in: $0) <= level }
        let right = documents.filter { set.matrix.level(of: feature, in: $0) > level }
        guard left.count >= minSamplesLeaf, right.count >= minSamplesLeaf else { return nil }
        let total = Double(documents.count)
        return impurity(of: documents) - Double(left.count) / total * impurity(of: left)
            - Double(right.count) / total * impurity(of: right)
    }

    /// The greatest decrease that any threshold of the feature reaches.
    func bestDecrease(_ documents: [Int], feature: Int) -> Double? {
        let levels = Set(documents.map { set.matrix.level(of: feature, in: $0) }).union([0])
        return levels.compactMap { decrease(documents, feature: feature, level: $0) }.max()
    }

    func isConstant(_ feature: Int, in documents: [Int]) -> Bool {
        Set(documents.map { set.matrix.level(of: feature, in: $0) }).count <= 1
    }

    /// The features that are not constant among those that scikit-learn's way of drawing yields.
    ///
    /// It draws one by one without replacement, absent ones too: at least `count`, and on until one is not constant.
    func drawnVariableFeatures(_ documents: [Int], count: Int, using generator: inout SeededGenerator) -> [Int] {
        var undrawn = Array(0..<set.matrix.features)
        var variable: [Int] = []
        var drawn = 0
        while !undrawn.isEmpty && (drawn < count || variable.isEmpty) {
            let feature = undrawn.remove(at: generator.below(undrawn.count))
            drawn += 1
            if !isConstant(feature, in: documents) { variable.append(feature) }
        }
        return variable
    }

    private func log2(_ value: Double) -> Double {
        // By halving and squaring, so that the reference shares no code with the measure.
        var (result, rest, bit) = (0.0, value, 1.0)
        while rest < 1 {
            rest *= 2
            result -= 1
        }
        for _ in 0..<50 {
            bit /= 2
            rest *= rest
            if rest >= 2 {
                rest /= 2
                result += bit
            }
        }
        return result
    }
}
