import Dataset
import Testing

@testable import RandomForest

struct SplitterTests {
    @Test(arguments: 0..<20, Criterion.allCases)
    func withAllFeaturesEachNodeHasTheBestSplitOfAll(seed: UInt64, criterion: Criterion) throws {
        let set = try SparseSet(seed: seed, documents: 40, features: 8)
        try expectBestSplits(of: set, criterion: criterion, minSamplesLeaf: 1)
    }

    @Test(arguments: 0..<20)
    func withAllFeaturesMinSamplesLeafHoldsAndTheBestOfTheRestIsTaken(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 60, features: 6, classes: 4)
        try expectBestSplits(of: set, criterion: .gini, minSamplesLeaf: 4)
    }

    private func expectBestSplits(of set: SparseSet, criterion: Criterion, minSamplesLeaf: Int) throws {
        let naive = NaiveSplitter(set: set, criterion: criterion, minSamplesLeaf: minSamplesLeaf)
        let trainer = try set.trainer {
            $0.maxFeatures = .all
            $0.bootstrap = false
            $0.criterion = criterion
            $0.minSamplesLeaf = .count(minSamplesLeaf)
            $0.randomState = set.seed
        }
        let tree = trainer.trees(0..<1)[0]
        for (node, documents) in tree.innerNodes(of: set, documents: Array(set.classes.indices)) {
            let found = try #require(
                naive.decrease(documents, feature: Int(tree.features[node]), level: tree.levels[node]),
                "\(set)"
            )
            let best = (0..<set.matrix.features).compactMap { naive.bestDecrease(documents, feature: $0) }.max() ?? -1
            #expect(abs(found - best) < 1e-9, "\(set)")
        }
    }

    @Test(arguments: 0..<20)
    func everyThresholdLiesInTheMiddleBetweenTwoValues(seed: UInt64) throws {
        let set = try SparseSet(seed: seed)
        let tree = try set.trainer { $0.bootstrap = false }.trees(0..<1)[0]
        for (node, documents) in tree.innerNodes(of: set, documents: Array(set.classes.indices)) {
            let levels = documents.map { set.matrix.level(of: Int(tree.features[node]), in: $0) }
            let below = try #require(levels.filter { $0 <= tree.levels[node] }.max(), "\(set)")
            let above = try #require(levels.filter { $0 > tree.levels[node] }.min(), "\(set)")
            #expect(tree.levels[node] == FeatureLevel.between(UInt32(above), UInt32(below)), "\(set)")
        }
    }

    /// The feature that the root splits on has the same distribution whether features are drawn one by one or by count.
    @Test(arguments: [1, 2, 5], [UInt64(1), 2, 3])
    func rootFeaturesAreAsLikelyAsWithScikitLearnsDraws(maxFeatures: Int, seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 12, features: 20, density: 0.12)
        let naive = NaiveSplitter(set: set)
        let all = Array(set.classes.indices)
        let decreases = (0..<set.matrix.features).map { naive.bestDecrease(all, feature: $0) ?? -1 }
        let rounds = 4_000
        var generator = SeededGenerator(seed: seed)
        var (expected, found) = ([Int](repeating: 0, count: 20), [Int](repeating: 0, count: 20))
        for _ in 0..<rounds {
            let drawn = naive.drawnVariableFeatures(all, count: maxFeatures, using: &generator)
            let best = try #require(drawn.map { decreases[$0] }.max())
            // Rounding decides between equal splits of different features, so all of them count.
            for feature in decreases.indices where abs(decreases[feature] - best) < 1e-9 { expected[feature] += 1 }
        }
        let trainer = try set.trainer {
            $0.maxFeatures = .count(maxFeatures)
            $0.bootstrap = false
            $0.maxDepth = 1
            $0.randomState = seed
        }
        for tree in trainer.trees(0..<rounds) {
            let best = decreases[Int(tree.features[0])]
            for feature in decreases.indices where abs(decreases[feature] - best) < 1e-9 { found[feature] += 1 }
        }
        for (one, other) in zip(expected, found) {
            // Five standard deviations of a difference of two binomial counts.
            #expect(abs(Double(one - other)) < 5 * (Double(max(one, other, 10)) * 2).squareRoot(), "\(set)")
        }
    }

    /// A pair of documents takes a shorter way; its feature must be any that tells them apart, each equally likely.
    @Test(arguments: [SplitterKind.best, .random])
    func pairsAreSplitByAnyFeatureThatTellsThemApart(splitter: SplitterKind) throws {
        let set = try SparseSet(
            [
                SparseVector(indices: [0, 1, 3, 5], values: [0.5, 0.5, 0.2, 0.1]),
                SparseVector(indices: [1, 2, 3], values: [0.5, 0.4, 0.9]),
            ],
            features: 9,
            classes: [0, 1]
        )
        let trainer = try set.trainer {
            $0.bootstrap = false
            $0.splitter = splitter
        }
        var counts = [Int](repeating: 0, count: 9)
        for tree in trainer.trees(0..<4_000) {
            #expect(tree.count == 3)
            counts[Int(tree.features[0])] += 1
            for document in 0..<2 {
                let leaf = tree.leaf(of: set.levels(of: document))
                #expect(tree.probabilities(ofLeaf: leaf, classes: 2)[document] == 1)
            }
        }
        for feature in counts.indices {
            let expected = [0, 2, 3, 5].contains(feature) ? 1_000 : 0
            #expect(abs(counts[feature] - expected) < 140, "feature \(feature): \(counts[feature])")
        }
    }

    @Test func randomThresholdsAreEvenlySpreadOverTheValues() throws {
        let vectors = [0.2, 0.6].map { SparseVector(indices: [0], values: [$0]) }
        let set = try SparseSet(vectors + vectors, features: 1, classes: [0, 1, 0, 1])
        let trainer = try set.trainer {
            $0.bootstrap = false
            $0.splitter = .random
        }
        let values = trainer.trees(0..<4_000).map { tree in (Double(tree.levels[0]) + 0.5) / 255 }.map { $0 * $0 }
        #expect(values.allSatisfy { (0.19...0.61).contains($0) })
        #expect(abs(values.reduce(0, +) / Double(values.count) - 0.4) < 0.01)
        #expect(abs(Double(values.count { $0 < 0.3 }) - 1_000) < 140)
    }
}
