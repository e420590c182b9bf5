import Dataset
import Testing

@testable import RandomForest

struct RandomForestTrainerTests {
    @Test(arguments: [Criterion.gini, .entropy], [SplitterKind.best, .random])
    func treesDependNeitherOnThreadsNorOnWhoGrowsWhich(criterion: Criterion, splitter: SplitterKind) throws {
        let set = try SparseSet(seed: 11, documents: 120, features: 30, classes: 6)
        let change = { (threads: Int) in
            { (parameters: inout RandomForestParameters) in
                parameters.nJobs = threads
                parameters.criterion = criterion
                parameters.splitter = splitter
                parameters.randomState = 42
            }
        }
        let alone = try set.trainer(change(1)).trees(0..<16)
        let together = try set.trainer(change(3))
        #expect(together.trees(0..<16) == alone)
        #expect(together.trees(7..<9) == Array(alone[7..<9]))
        #expect(Set(alone.map(\.features)).count > 8, "trees differ")
        #expect(try set.trainer { $0.randomState = 43 }.trees(0..<16) != alone)
    }

    @Test(arguments: 0..<20)
    func withoutLimitsEveryLeafIsPureOrHoldsEqualRows(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 50, features: 7)
        let tree = try set.trainer { $0.bootstrap = false }.trees(0..<1)[0]
        for (leaf, documents) in Dictionary(grouping: set.classes.indices, by: { tree.leaf(of: set.levels(of: $0)) }) {
            let found = tree.probabilities(ofLeaf: leaf, classes: 3)
            let shares = (0..<3).map { label in
                Float(documents.count { set.classes[$0] == label }) / Float(documents.count)
            }
            #expect(found == shares, "\(set)")
            #expect(found.contains(1) || Set(documents.map { set.levels(of: $0) }).count == 1, "\(set)")
        }
    }

    @Test(arguments: 0..<10)
    func limitsHoldInEveryTree(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 90, features: 12, classes: 4)
        let all = Array(set.classes.indices)
        let sizes = { (tree: DecisionTree) in
            Dictionary(grouping: all) { tree.leaf(of: set.levels(of: $0)) }.values.map(\.count)
        }
        for tree in try set.trainer({
            $0.bootstrap = false
            $0.minSamplesLeaf = .count(5)
        }).trees(0..<5) {
            #expect(sizes(tree).allSatisfy { $0 >= 5 }, "\(set)")
        }
        for tree in try set.trainer({
            $0.bootstrap = false
            $0.minSamplesSplit = .fraction(0.2)
        }).trees(0..<5) {
            #expect(tree.innerNodes(of: set, documents: all).allSatisfy { $0.documents.count >= 18 }, "\(set)")
        }
        for tree in try set.trainer({ $0.maxDepth = 2 }).trees(0..<5) { #expect(tree.count <= 7, "\(set)") }
        for tree in try set.trainer({ $0.maxLeafNodes = 5 }).trees(0..<5) {
            #expect(tree.features.count { $0 == DecisionTree.leafMark } <= 5, "\(set)")
        }
        let naive = NaiveSplitter(set: set)
        for tree in try set.trainer({
            $0.bootstrap = false
            $0.minImpurityDecrease = 0.02
        }).trees(0..<5) {
            for (node, documents) in tree.innerNodes(of: set, documents: all) {
                let decrease = try #require(
                    naive.decrease(documents, feature: Int(tree.features[node]), level: tree.levels[node])
                )
                #expect(decrease * Double(documents.count) / Double(all.count) > 0.02 - 1e-9, "\(set)")
            }
        }
    }

    @Test(arguments: 0..<10)
    func bestFirstWithoutALimitThatBindsGrowsTheTreeOfAllBestSplits(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 40, features: 8)
        let naive = NaiveSplitter(set: set)
        let tree = try set.trainer {
            $0.bootstrap = false
            $0.maxFeatures = .all
            $0.maxLeafNodes = 1_000
        }.trees(0..<1)[0]
        for (node, documents) in tree.innerNodes(of: set, documents: Array(set.classes.indices)) {
            let found = naive.decrease(documents, feature: Int(tree.features[node]), level: tree.levels[node]) ?? -1
            let best = (0..<8).compactMap { naive.bestDecrease(documents, feature: $0) }.max() ?? -1
            #expect(abs(found - best) < 1e-9, "\(set)")
        }
    }

    @Test func bestFirstTakesTheGreatestDecreaseFirst() throws {
        // Feature 0 tells 8 documents apart, feature 1 only 2 of those on its left.
        let vectors = (0..<16).map { $0 < 8 ? SparseVector(indices: [0], values: [1]) : SparseVector() }
        var rows = vectors
        rows[15] = SparseVector(indices: [1], values: [1])
        let set = try SparseSet(rows, features: 2, classes: (0..<16).map { $0 < 8 ? 0 : $0 < 15 ? 1 : 2 })
        let tree = try set.trainer {
            $0.bootstrap = false
            $0.maxFeatures = .all
            $0.maxLeafNodes = 2
        }.trees(0..<1)[0]
        #expect(tree.features == [0, DecisionTree.leafMark, DecisionTree.leafMark])
        #expect(tree.probabilities(ofLeaf: 1, classes: 3) == [0, 0.875, 0.125])
    }

    @Test func duplicatesOfDifferentLabelsEndInOneMixedLeaf() throws {
        let vector = SparseVector(indices: [0, 2], values: [0.5, 0.5])
        let set = try SparseSet([vector, vector, vector, vector], features: 3, classes: [0, 1, 1, 1])
        let tree = try set.trainer { $0.bootstrap = false }.trees(0..<1)[0]
        #expect(tree.count == 1)
        #expect(tree.probabilities(ofLeaf: 0, classes: 2) == [0.25, 0.75])
    }

    @Test func documentsWithoutFeaturesAreLearnedFrom() throws {
        let set = try SparseSet([SparseVector(), SparseVector()], features: 0, classes: [0, 1])
        let forest = try set.trainer().fit()
        var probabilities: [Float] = [0, 0]
        forest.predict(DocumentLevels(for: forest), into: &probabilities)
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
    }

    @Test func oneFeatureIsEnoughForLevelsInARow() throws {
        let vectors = [0.1, 0.3, 0.6, 1].map { SparseVector(indices: [0], values: [$0]) }
        let set = try SparseSet(vectors, features: 1, classes: [0, 1, 0, 1])
        let tree = try set.trainer { $0.bootstrap = false }.trees(0..<1)[0]
        for document in 0..<4 {
            let leaf = tree.leaf(of: set.levels(of: document))
            #expect(tree.probabilities(ofLeaf: leaf, classes: 2)[set.classes[document]] == 1)
        }
    }

    @Test func aThousandClassesAreToldApart() throws {
        let vectors = (0..<2_000).map { SparseVector(indices: [UInt32($0 / 2)], values: [1]) }
        let set = try SparseSet(vectors, features: 1_000, classes: (0..<2_000).map { $0 / 2 })
        let tree = try set.trainer { $0.bootstrap = false }.trees(0..<1)[0]
        for document in stride(from: 0, to: 2_000, by: 97) {
            let leaf = tree.leaf(of: set.levels(of: document))
            #expect(tree.probabilities(ofLeaf: leaf, classes: 1_000)[document / 2] == 1)
        }
    }
}
