import Dataset
import Testing

@testable import RandomForest

struct ForestJoiningTests {
    @Test(arguments: [[10], [3, 7], [1, 1, 8], [4, 3, 2, 1]])
    func joinedPartsAreTheForestThatIsLaidOutAtOnce(sizes: [Int]) throws {
        let set = try SparseSet(seed: 5, documents: 60, features: 9, classes: 4)
        let trainer = try set.trainer { $0.maxDepth = 4 }
        let whole = try trainer.fit()
        #expect(whole.mixtureClasses.count > 0)
        var first = 0
        let parts = try sizes.map { size in
            defer { first += size }
            return try Forest(trees: trainer.trees(first..<first + size), classes: 4, features: 9)
        }
        #expect(try Forest(joining: parts) == whole)
    }

    @Test func wholeOutgrowsTheNarrowTargetsOfItsParts() throws {
        // 20,000 mixtures of two parts: their numbers need more than 15 bits together.
        let steps = (0..<20_000).map { Step(feature: 0, level: 1, target: .leaf(2 + $0)) }
        let form = StepForm(features: 1, greatestTarget: 20_001)
        var bytes: [UInt8] = []
        for step in steps { form.append(step, to: &bytes) }
        form.append(Step(feature: 1, level: 0, target: .leaf(0)), to: &bytes)
        let part = try Forest(
            classes: 2,
            features: 1,
            treeStarts: FrozenArray([0, 20_001]),
            steps: StepArray(bytes: FrozenArray(bytes), width: form.width),
            mixtureOffsets: FrozenArray((0...20_000).map { UInt32(2 * $0) }),
            mixtureClasses: FrozenArray((0..<40_000).map { UInt32($0 % 2) }),
            mixtureProbabilities: FrozenArray(Array(repeating: Float(0.5), count: 40_000))
        )
        let whole = try Forest(joining: [part, part])
        #expect(part.steps.width == 5 && whole.steps.width == 7)
        #expect(whole.steps[20_001].target == .leaf(20_002) && whole.steps[40_001].target == .leaf(0))
    }

    @Test func partsThatDoNotGoTogetherAreRefused() throws {
        let one = try SparseSet(seed: 1, features: 9).trainer().fit()
        let other = try SparseSet(seed: 1, features: 10).trainer().fit()
        #expect(throws: RandomForestError.self) { try Forest(joining: [one, other]) }
        #expect(throws: RandomForestError.self) { try Forest(joining: []) }
    }

    @Test func stopKeepsTheTreesThatAreDone() throws {
        let trainer = try SparseSet(seed: 3).trainer { $0.nJobs = 2 }
        let stop = StopFlag()
        let trees = trainer.trees(0..<1_000, until: stop, finished: { stop.raise() })
        #expect((1...2).contains(trees.count))
        #expect(trees == trainer.trees(0..<trees.count))
        #expect(trainer.trees(0..<10, until: stop).isEmpty)
    }

    @Test func estimateOfAShareCountsItsOwnTrees() throws {
        let trainer = try SparseSet(seed: 8, documents: 50).trainer { $0.nEstimators = 12 }
        let whole = trainer.outOfBagEstimate(of: try trainer.fit())
        let halves = try [0..<5, 5..<12].map { range in
            let forest = try Forest(trees: trainer.trees(range), classes: 3, features: 12)
            return try #require(trainer.outOfBagEstimate(of: forest, from: range.lowerBound, until: nil))
        }
        #expect(zip(halves[0].trees, halves[1].trees).map { $0 + $1 } == whole.trees)
        let stop = StopFlag()
        stop.raise()
        #expect(trainer.outOfBagEstimate(of: try trainer.fit(), from: 0, until: stop) == nil)
    }

    @Test func fingerprintTellsWhatATreeDependsOn() throws {
        func value(_ seed: UInt64 = 1, _ change: (inout RandomForestParameters) -> Void = { _ in }) throws -> UInt64 {
            var fingerprint = Fingerprint()
            try SparseSet(seed: seed).trainer(change).addFingerprint(to: &fingerprint)
            return fingerprint.value
        }
        let reference = try value()
        #expect(
            try value {
                $0.nEstimators = 3
                $0.nJobs = 4
                $0.oobScore = true
            } == reference
        )
        let weights = ["class 0": 2.0, "class 1": 3.0, "class 2": 0.5]
        #expect(try value { $0.classWeight = .perLabel(weights) } == value { $0.classWeight = .perLabel(weights) })
        let others = try [
            value(2), value { $0.randomState = 7 }, value { $0.maxDepth = 3 }, value { $0.criterion = .entropy },
            value { $0.classWeight = .perLabel(weights) }, value { $0.bootstrap = false },
            value { $0.classWeight = .balanced },
        ]
        #expect(Set(others + [reference]).count == others.count + 1)
    }
}
