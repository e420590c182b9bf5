import Dataset
import Testing

@testable import RandomForest

struct OutOfBagEstimateTests {
    @Test(arguments: [1, 3])
    func sumsTheTreesThatDidNotDrawADocument(threads: Int) throws {
        let set = try SparseSet(seed: 21, documents: 70, features: 10, classes: 3)
        let trainer = try set.trainer {
            $0.nJobs = threads
            $0.nEstimators = 25
        }
        let trees = trainer.trees(0..<25)
        let estimate = trainer.outOfBagEstimate(of: try trainer.fit())
        for document in set.classes.indices {
            var (sums, count) = ([Float](repeating: 0, count: 3), 0)
            for (number, tree) in trees.enumerated() {
                var generator = SeededGenerator(seed: 0, stream: UInt64(number))
                let drawn = Set((0..<70).map { _ in generator.below(70) })
                guard !drawn.contains(document) else { continue }
                count += 1
                let leaf = tree.probabilities(ofLeaf: tree.leaf(of: set.levels(of: document)), classes: 3)
                for index in sums.indices { sums[index] += leaf[index] }
            }
            #expect(estimate.trees[document] == count)
            #expect(Array(estimate.probabilities(of: document)) == sums.map { $0 / Float(max(1, count)) })
        }
    }

    @Test func scoresOnlyDocumentsThatSomeTreeDidNotSee() {
        let estimate = OutOfBagEstimate(
            classes: 3,
            probabilities: [0.9, 0.1, 0, 0.4, 0.6, 0, 0.5, 0.5, 0, 0, 0, 0],
            trees: [3, 2, 1, 0],
            truth: [0, 1, 1, 2]
        )
        #expect(estimate.accuracy == 2.0 / 3)
        // Class 0: one right, two predicted, one occurring; class 1: one right, one predicted, two occurring.
        #expect(abs(estimate.macroF1 - 2.0 / 3) < 1e-12)
    }

    @Test func learnableDataScoresHigh() throws {
        let vectors = (0..<200).map { SparseVector(indices: [UInt32($0 % 4)], values: [1]) }
        let set = try SparseSet(vectors, features: 4, classes: (0..<200).map { $0 % 4 })
        let trainer = try set.trainer()
        let estimate = trainer.outOfBagEstimate(of: try trainer.fit())
        #expect(estimate.accuracy == 1)
        #expect(estimate.macroF1 == 1)
    }

    @Test func withoutBootstrapNothingIsOutOfTheBag() throws {
        let set = try SparseSet(seed: 2)
        let trainer = try set.trainer { $0.bootstrap = false }
        let estimate = trainer.outOfBagEstimate(of: try trainer.fit())
        #expect(estimate.trees.allSatisfy { $0 == 0 })
        #expect(estimate.accuracy == 0 && estimate.macroF1 == 0)
    }
}
