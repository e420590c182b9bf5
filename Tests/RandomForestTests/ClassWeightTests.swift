import Dataset
import Testing

@testable import RandomForest

struct ClassWeightTests {
    private let twins = SparseVector(indices: [0], values: [1])

    private func leaf(_ weight: ClassWeight, classes: [Int], labels: Int? = nil) throws -> [Float] {
        let set = try SparseSet(classes.map { _ in twins }, features: 1, classes: classes, labels: labels)
        let tree = try set.trainer {
            $0.bootstrap = false
            $0.classWeight = weight
        }.trees(0..<1)[0]
        return tree.probabilities(ofLeaf: 0, classes: set.labels.count)
    }

    @Test func weightsEnterLeavesExactly() throws {
        #expect(try leaf(.uniform, classes: [0, 0, 0, 1]) == [0.75, 0.25])
        #expect(try leaf(.balanced, classes: [0, 0, 0, 1]) == [0.5, 0.5])
        #expect(try leaf(.balancedSubsample, classes: [0, 0, 0, 1]) == [0.5, 0.5])
        #expect(try leaf(.perLabel(["class 1": 9]), classes: [0, 0, 0, 1]) == [0.25, 0.75])
        #expect(try leaf(.balanced, classes: [0, 0, 0, 2], labels: 3) == [0.5, 0, 0.5])
    }

    @Test func weightsDecideBetweenSplits() throws {
        // Feature 0 isolates class 1, feature 1 class 2; only the weights say which is worth more.
        let rows = [
            SparseVector(indices: [0], values: [1]), SparseVector(indices: [1], values: [1]), SparseVector(),
        ]
        let set = try SparseSet(rows, features: 2, classes: [1, 2, 0])
        for heavy in 1...2 {
            let tree = try set.trainer {
                $0.bootstrap = false
                $0.maxFeatures = .all
                $0.maxDepth = 1
                $0.classWeight = .perLabel(["class \(heavy)": 10])
            }.trees(0..<1)[0]
            #expect(Int(tree.features[0]) == heavy - 1)
        }
    }

    @Test(arguments: 0..<10)
    func documentsWithoutWeightDoNotCount(seed: UInt64) throws {
        let set = try SparseSet(seed: seed)
        let trees = try set.trainer { $0.classWeight = .perLabel(["class 1": 0]) }.trees(0..<10)
        for tree in trees {
            for document in set.classes.indices {
                let found = tree.probabilities(ofLeaf: tree.leaf(of: set.levels(of: document)), classes: 3)
                #expect(found[1] == 0, "\(set)")
                #expect(abs(found.reduce(0, +) - 1) < 1e-5, "\(set)")
            }
        }
        let rest = set.classes.indices.filter { set.classes[$0] != 1 }
        let smaller = try SparseSet(rest.map { set.vectors[$0] }, features: 12, classes: rest.map { set.classes[$0] })
        let change = { (parameters: inout RandomForestParameters) in
            parameters.bootstrap = false
            parameters.maxFeatures = .all
        }
        let weighted = try set.trainer {
            change(&$0)
            $0.classWeight = .perLabel(["class 1": 0])
        }.trees(0..<1)[0]
        let left = try smaller.trainer(change).trees(0..<1)[0]
        #expect(weighted.count == left.count, "\(set)")
    }

    @Test func aSampleWithoutWeightFallsBackOnAllDocuments() throws {
        let set = try SparseSet(
            Array(repeating: twins, count: 40),
            features: 1,
            classes: [1] + Array(repeating: 0, count: 39)
        )
        let trees = try set.trainer {
            $0.classWeight = .perLabel(["class 0": 0])
            $0.maxSamples = .count(1)
        }.trees(0..<20)
        #expect(trees.allSatisfy { $0.probabilities(ofLeaf: 0, classes: 2) == [0, 1] })
    }

    @Test func atLeastOneDocumentNeedsWeight() throws {
        let set = try SparseSet(seed: 1, classes: 2)
        let expected = "no document has weight; give one of its labels a class_weight above 0"
        let error = #expect(throws: RandomForestError.self) {
            try set.trainer { $0.classWeight = .perLabel(["class 0": 0, "class 1": 0]) }
        }
        #expect(error?.description == expected)
    }
}
