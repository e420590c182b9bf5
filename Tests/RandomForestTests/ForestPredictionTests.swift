import Dataset
import Testing

@testable import RandomForest

struct ForestPredictionTests {
    /// The mean over the plain walks of all trees, tree by tree as the forest adds them.
    private func plainWalk(_ trees: [DecisionTree], _ levels: [UInt8], classes: Int) -> [Float] {
        var sums = [Float](repeating: 0, count: classes)
        for tree in trees {
            let leaf = tree.probabilities(ofLeaf: tree.leaf(of: levels), classes: classes)
            for index in sums.indices { sums[index] += leaf[index] }
        }
        return sums.map { $0 / Float(trees.count) }
    }

    private func expectPlainWalks(_ set: SparseSet, _ trees: [DecisionTree], _ others: [SparseVector] = []) throws {
        let forest = try Forest(trees: trees, classes: set.labels.count, features: set.matrix.features)
        var document = DocumentLevels(for: forest)
        var probabilities = [Float](repeating: 9, count: set.labels.count)
        for vector in set.vectors + others {
            var levels = [UInt8](repeating: 0, count: set.matrix.features)
            for (feature, value) in zip(vector.indices, vector.values) {
                levels[Int(feature)] = FeatureLevel.level(of: value)
            }
            document.load(vector)
            forest.predict(document, into: &probabilities)
            #expect(probabilities == plainWalk(trees, levels, classes: set.labels.count), "\(set)")
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-4, "\(set)")
        }
    }

    @Test(arguments: 0..<30, [SplitterKind.best, .random])
    func forestSaysWhatThePlainWalkSays(seed: UInt64, splitter: SplitterKind) throws {
        let set = try SparseSet(seed: seed, documents: 60, features: 15, classes: 4)
        let trees = try set.trainer {
            $0.randomState = seed
            $0.splitter = splitter
        }.trees(0..<12)
        let others = try SparseSet(seed: seed + 1_000, documents: 60, features: 15).vectors
        try expectPlainWalks(set, trees, others)
    }

    @Test(arguments: [63, 64, 65, 150])
    func anyNumberOfTreesIsWalkedSideBySide(count: Int) throws {
        let set = try SparseSet(seed: 8, documents: 60, features: 15, classes: 4)
        try expectPlainWalks(set, set.trainer().trees(0..<count))
    }

    @Test(arguments: 0..<10)
    func shallowTreesAndMixedLeavesToo(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 80, features: 10, classes: 5)
        try expectPlainWalks(set, set.trainer { $0.maxDepth = 3 }.trees(0..<9))
        try expectPlainWalks(set, set.trainer { $0.maxLeafNodes = 6 }.trees(0..<9))
        try expectPlainWalks(set, set.trainer { $0.minSamplesLeaf = .count(7) }.trees(0..<9))
    }

    @Test(arguments: [(40, 40_000), (70_000, 40_000), (70_000, 20)])
    func wideFeaturesAndTargetsToo(features: Int, classes: Int) throws {
        var generator = SeededGenerator(seed: 5)
        let vectors = (0..<200).map { _ in
            let indices = Set((0..<6).map { _ in UInt32(generator.below(features)) }).sorted()
            return SparseVector(indices: indices, values: indices.map { _ in 0.4 })
        }
        let set = try SparseSet(
            vectors,
            features: features,
            classes: vectors.indices.map { ($0 * 211) % classes },
            labels: classes
        )
        try expectPlainWalks(set, set.trainer { $0.nEstimators = 3 }.trees(0..<3))
    }

    @Test func featuresThatTheForestDoesNotKnowAreIgnored() throws {
        let set = try SparseSet(seed: 3)
        let forest = try set.trainer().fit()
        var document = DocumentLevels(for: forest)
        var (one, other) = ([Float](repeating: 0, count: 3), [Float](repeating: 0, count: 3))
        document.load(SparseVector(indices: [1, 2], values: [0.5, 0.5]))
        forest.predict(document, into: &one)
        document.load(SparseVector(indices: [1, 2, 12, 4_000_000_000], values: [0.5, 0.5, 1, 1]))
        forest.predict(document, into: &other)
        #expect(one == other)
    }
}
