import Dataset
import Testing

@testable import RandomForest

struct ForestExplainerTests {
    @Test(arguments: 0..<30, [SplitterKind.best, .random])
    func attributionIsThatOfThePlainWalk(seed: UInt64, splitter: SplitterKind) throws {
        let set = try SparseSet(seed: seed, documents: 60, features: 15, classes: 4)
        let trees = try set.trainer {
            $0.randomState = seed
            $0.splitter = splitter
        }.trees(0..<12)
        try expectPlainAttributions(set, trees, SparseSet(seed: seed + 1_000, documents: 40, features: 15).vectors)
    }

    @Test(arguments: 0..<10)
    func mixedLeavesShallowTreesAndClassWeightsToo(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 80, features: 10, classes: 5)
        try expectPlainAttributions(set, set.trainer { $0.maxDepth = 3 }.trees(0..<9))
        try expectPlainAttributions(set, set.trainer { $0.maxLeafNodes = 6 }.trees(0..<9))
        try expectPlainAttributions(set, set.trainer { $0.minSamplesLeaf = .count(7) }.trees(0..<9))
        try expectPlainAttributions(set, set.trainer { $0.classWeight = .balanced }.trees(0..<9))
    }

    /// A wide document passes many steps that ask for its features.
    @Test(arguments: 0..<5)
    func documentsThatHaveNearlyAllFeaturesToo(seed: UInt64) throws {
        let set = try SparseSet(seed: seed, documents: 120, features: 25, classes: 3, density: 0.9)
        try expectPlainAttributions(set, set.trainer().trees(0..<10))
    }

    @Test func baseIsTheShareOfTheClassAmongAllDocuments() throws {
        let set = try SparseSet(seed: 4, documents: 50, features: 12, classes: 3)
        let forest = try set.trainer { $0.bootstrap = false }.fit()
        var document = DocumentLevels(for: forest)
        document.load(set.vectors[0])
        for index in 0..<3 {
            let share = Double(set.classes.count { $0 == index }) / 50
            let attribution = ForestExplainer(forest).attribution(of: document, to: index)
            #expect(abs(attribution.base - share) < 1e-12)
        }
    }

    @Test func leavesHoldAllDrawsOfEachTree() throws {
        let set = try SparseSet(seed: 5, documents: 70, features: 12)
        let few = try set.trainer { $0.maxLeafNodes = 5 }
        for tree in try set.trainer().trees(0..<6) + few.trees(0..<6) {
            #expect(tree.leafDraws.count == tree.features.count { $0 == DecisionTree.leafMark })
            #expect(tree.leafDraws.reduce(0, +) == 70)
        }
    }

    @Test func withoutStoredDrawsEachLeafCountsAsOne() throws {
        let set = try SparseSet(seed: 6, documents: 60, features: 15, classes: 4)
        let trees = try set.trainer().trees(0..<8)
        let stored = try Forest(trees: trees, classes: 4, features: 15)
        let forest = try Forest(
            classes: 4,
            features: 15,
            treeStarts: stored.treeStarts,
            steps: stored.steps,
            mixtureOffsets: stored.mixtureOffsets,
            mixtureClasses: stored.mixtureClasses,
            mixtureProbabilities: stored.mixtureProbabilities
        )
        try expectPlainAttributions(forest, trees, set.vectors) { _ in 1 }
    }

    @Test func documentWithoutFeaturesIsExplainedByAbsentOnesAlone() throws {
        let set = try SparseSet(seed: 7)
        let forest = try set.trainer().fit()
        var document = DocumentLevels(for: forest)
        document.load(SparseVector())
        let attribution = ForestExplainer(forest).attribution(of: document, to: 1)
        #expect(attribution.contributions.isEmpty)
        #expect(abs(attribution.base + attribution.absent - attribution.score) < 1e-12)
    }

    private func expectPlainAttributions(
        _ set: SparseSet,
        _ trees: [DecisionTree],
        _ others: [SparseVector] = []
    ) throws {
        let forest = try Forest(trees: trees, classes: set.labels.count, features: set.matrix.features)
        try expectPlainAttributions(forest, trees, set.vectors + others) { Double($0) }
    }

    private func expectPlainAttributions(
        _ forest: Forest,
        _ trees: [DecisionTree],
        _ vectors: [SparseVector],
        weight: (UInt32) -> Double
    ) throws {
        let explainer = ForestExplainer(forest)
        let plain = trees.map { PlainAttribution($0, classes: forest.classes, weight: weight) }
        var document = DocumentLevels(for: forest)
        var probabilities = [Float](repeating: 0, count: forest.classes)
        for vector in vectors {
            document.load(vector)
            forest.predict(document, into: &probabilities)
            for index in 0..<forest.classes {
                let found = explainer.attribution(of: document, to: index)
                var expected = PlainAttribution.Sums()
                for tree in plain { tree.add(document.levels.map(\.level), class: index, to: &expected) }
                expectEqual(found, expected, trees: trees.count)
                #expect(abs(found.score - Double(probabilities[index])) < 1e-6)
                let sum = found.base + found.absent + found.contributions.reduce(0) { $0 + $1.contribution }
                #expect(abs(sum - found.score) < 1e-12)
            }
        }
    }

    private func expectEqual(_ found: VoteAttribution, _ expected: PlainAttribution.Sums, trees: Int) {
        let count = Double(trees)
        #expect(abs(found.base - expected.base / count) < 1e-9)
        #expect(abs(found.score - expected.score / count) < 1e-9)
        #expect(abs(found.absent - expected.absent / count) < 1e-9)
        for (feature, contribution) in found.contributions {
            #expect(abs(contribution - (expected.present[feature] ?? 0) / count) < 1e-9)
        }
        #expect(Set(expected.present.keys).isSubset(of: Set(found.contributions.map(\.feature))))
    }
}

/// The attribution by its definition: every node has its share of each class, and the walk goes from node to node.
private struct PlainAttribution {
    struct Sums {
        var base = 0.0
        var score = 0.0
        var absent = 0.0
        var present: [Int: Double] = [:]
    }

    private let tree: DecisionTree
    /// For each node the share of each class.
    private let shares: [[Double]]

    init(_ tree: DecisionTree, classes: Int, weight: (UInt32) -> Double) {
        self.tree = tree
        var draws = [[Double]](repeating: [], count: tree.count)
        var weights = [Double](repeating: 0, count: tree.count)
        var leaf = tree.leafDraws.count
        for node in (0..<tree.count).reversed() {
            if tree.features[node] == DecisionTree.leafMark {
                leaf -= 1
                weights[node] = weight(tree.leafDraws[leaf])
                draws[node] = tree.probabilities(ofLeaf: node, classes: classes).map { Double($0) * weights[node] }
            } else {
                let right = Int(tree.rights[node])
                weights[node] = weights[node + 1] + weights[right]
                draws[node] = zip(draws[node + 1], draws[right]).map(+)
            }
        }
        shares = zip(draws, weights).map { draws, weight in draws.map { $0 / weight } }
    }

    func add(_ levels: [UInt8], class index: Int, to sums: inout Sums) {
        var node = 0
        sums.base += shares[0][index]
        while tree.features[node] != DecisionTree.leafMark {
            let feature = Int(tree.features[node])
            let next = levels[feature] <= tree.levels[node] ? node + 1 : Int(tree.rights[node])
            let change = shares[next][index] - shares[node][index]
            if levels[feature] > 0 { sums.present[feature, default: 0] += change } else { sums.absent += change }
            node = next
        }
        sums.score += shares[node][index]
    }
}
