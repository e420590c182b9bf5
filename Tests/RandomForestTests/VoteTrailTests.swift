import Dataset
import Testing

@testable import RandomForest

struct VoteTrailTests {
    @Test(arguments: [1, 3])
    func trailEndsWhereThePredictionDoes(threads: Int) throws {
        let set = try SparseSet(seed: 5, documents: 60, features: 12, classes: 4)
        let trainer = try set.trainer { $0.nEstimators = 70 }
        let forest = try trainer.fit()
        let trails = forest.trails(of: set.vectors, stops: [1, 65, 70], threads: threads) { ($0, $1) }
        #expect(trails.map(\.0) == Array(set.vectors.indices))
        var levels = DocumentLevels(for: forest)
        var probabilities = [Float](repeating: 0, count: 4)
        for (document, trail) in trails {
            levels.load(set.vectors[document])
            forest.predict(levels, into: &probabilities)
            #expect(trail.probabilities == probabilities, "the same bits")
            #expect(trail.voters == 70)
            #expect(trail.bestClasses.count == 3)
            #expect(trail.bestClasses[2] == probabilities.indices.max { probabilities[$0] < probabilities[$1] })
        }
    }

    @Test func stopsSeeTheForestOfTheFirstTrees() throws {
        let set = try SparseSet(seed: 6, documents: 40, features: 9, classes: 3)
        let trainer = try set.trainer { $0.nEstimators = 20 }
        let few = try Forest(trees: trainer.trees(0..<7), classes: 3, features: 9, threads: 1)
        let short = few.trails(of: set.vectors, stops: [7], threads: 1) { $1.bestClasses[0] }
        let long = try trainer.fit().trails(of: set.vectors, stops: [7, 20], threads: 1) { $1.bestClasses[0] }
        #expect(short == long)
    }

    @Test func documentThatEveryTreeSawHasNoAnswer() throws {
        let set = try SparseSet(seed: 7, documents: 30, features: 9, classes: 3)
        let trainer = try set.trainer {
            $0.nEstimators = 3
            $0.bootstrap = false
        }
        let trails = try #require(trainer.outOfBagTrails(of: try trainer.fit(), stops: [1, 3]) { $1 })
        #expect(trails.count == 30)
        #expect(trails.allSatisfy { $0.voters == 0 && $0.bestClasses == [nil, nil] && $0.probabilities == [0, 0, 0] })
    }

    @Test func featuresAreCountedByClass() throws {
        let vectors = [[0, 1], [1], [], [1, 2]].map { features in
            SparseVector(indices: features.map(UInt32.init), values: features.map { _ in 0.5 })
        }
        let trainer = try SparseSet(vectors, features: 3, classes: [0, 1, 1, 1]).trainer()
        #expect(trainer.documentsWithoutFeatures == 1)
        #expect(trainer.classes == [0, 1, 1, 1])
        var seen: [Int: [Int]] = [:]
        trainer.forEachFeature { feature, counts, classes in
            seen[feature] = counts
            #expect(classes.sorted() == counts.indices.filter { counts[$0] > 0 })
        }
        #expect(seen == [0: [1, 0], 1: [1, 2], 2: [0, 1]])
    }
}
