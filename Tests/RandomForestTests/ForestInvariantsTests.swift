import Dataset
import Testing

@testable import RandomForest

struct ForestInvariantsTests {
    /// The stored arrays of a small forest, to be damaged.
    private struct Parts {
        var classes = 3
        var features = 4
        var treeStarts: [UInt32] = [0, 3, 4]
        var stepFeatures: [UInt32] = [2, 4, 4, 4]
        var stepLevels: [UInt8] = [10, 0, 0, 0]
        var targets: [Target] = [.spine(2), .leaf(0), .leaf(3), .leaf(2)]
        var mixtureOffsets: [UInt32] = [0, 2]
        var mixtureClasses: [UInt32] = [0, 1]
        var mixtureProbabilities: [Float] = [0.25, 0.75]

        func forest() throws -> Forest {
            try Forest(
                classes: classes,
                features: features,
                treeStarts: FrozenArray(treeStarts),
                steps: StepArray(features: stepFeatures, levels: stepLevels, targets: targets),
                mixtureOffsets: FrozenArray(mixtureOffsets),
                mixtureClasses: FrozenArray(mixtureClasses),
                mixtureProbabilities: FrozenArray(mixtureProbabilities)
            )
        }
    }

    @Test func wholePartsMakeAForest() throws {
        let forest = try Parts().forest()
        var document = DocumentLevels(for: forest)
        var probabilities: [Float] = [0, 0, 0]
        forest.predict(document, into: &probabilities)
        #expect(probabilities == [0.5, 0, 0.5])
        document.load(SparseVector(indices: [2], values: [1]))
        forest.predict(document, into: &probabilities)
        #expect(probabilities == [0.125, 0.375, 0.5])
    }

    @Test func damagedPartsAreRefused() {
        let damages: [(String, (inout Parts) -> Void)] = [
            ("it needs a class and features", { $0.classes = 0 }),
            ("it needs a class and features", { $0.features = -1 }),
            ("its trees don't cover its steps", { $0.treeStarts = [0] }),
            ("its trees don't cover its steps", { $0.treeStarts = [1, 3, 4] }),
            ("its trees don't cover its steps", { $0.treeStarts = [0, 3, 5] }),
            ("a tree has no steps", { $0.treeStarts = [0, 3, 3, 4] }),
            ("a tree has no steps", { $0.treeStarts = [0, 9, 4] }),
            ("a tree's last step does not end a spine", { $0.stepFeatures[2] = 1 }),
            ("a step asks for a feature that does not exist", { $0.stepFeatures[0] = 5 }),
            ("the end of a spine has a level", { $0.stepLevels[1] = 255 }),
            ("a leaf does not exist", { $0.targets[1] = .leaf(4) }),
            ("a right turn leads out of its tree", { $0.targets[0] = .spine(3) }),
            ("a right turn leads out of its tree", { $0.targets[0] = .spine(0) }),
            ("a right turn leads out of its tree", { $0.targets[1] = .spine(2) }),
            ("its mixtures have arrays of different lengths", { $0.mixtureProbabilities = [1] }),
            ("its mixtures are cut short", { $0.mixtureOffsets = [] }),
            ("its mixtures are cut short", { $0.mixtureOffsets = [0, 1] }),
            ("a mixture has a negative length", { $0.mixtureOffsets = [0, 2, 1, 2] }),
            ("a mixture has a class or probability out of range", { $0.mixtureClasses[0] = 3 }),
            ("a mixture has a class or probability out of range", { $0.mixtureProbabilities[0] = .nan }),
            ("a mixture has a class or probability out of range", { $0.mixtureProbabilities[0] = 1.5 }),
        ]
        for (reason, damage) in damages {
            var parts = Parts()
            damage(&parts)
            let error = #expect(throws: RandomForestError.self, "\(reason)") { try parts.forest() }
            #expect(error?.description == "the forest is malformed: \(reason)")
        }
    }

    @Test func everyBitOfTheStepsMayFlipWithoutATrap() throws {
        let set = try SparseSet(seed: 4, documents: 25, features: 6)
        let forest = try set.trainer { $0.nEstimators = 2 }.fit()
        let bytes = Array(forest.steps.bytes)
        for bit in 0..<bytes.count * 8 {
            var damaged = bytes
            damaged[bit / 8] ^= 1 << UInt8(bit % 8)
            let rebuilt = try? Forest(
                classes: forest.classes,
                features: forest.features,
                treeStarts: forest.treeStarts,
                steps: StepArray(bytes: FrozenArray(damaged), width: forest.steps.width),
                mixtureOffsets: forest.mixtureOffsets,
                mixtureClasses: forest.mixtureClasses,
                mixtureProbabilities: forest.mixtureProbabilities
            )
            guard let rebuilt else { continue }
            var document = DocumentLevels(for: rebuilt)
            var probabilities = [Float](repeating: 0, count: 3)
            document.load(SparseVector(indices: [0, 1, 2, 3, 4, 5], values: [1, 1, 1, 1, 1, 1]))
            rebuilt.predict(document, into: &probabilities)
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-4)
        }
    }

    @Test(arguments: [(5, 9), (4, 8), (9, 9)])
    func stepsOfOtherWidthsAreRefused(width: Int, bytes: Int) {
        let error = #expect(throws: RandomForestError.self) {
            try StepArray(bytes: FrozenArray([UInt8](repeating: 0, count: bytes)), width: width)
        }
        #expect(error?.description == "the forest is malformed: its steps are cut short")
    }

    @Test(arguments: [(65_535, 32_767, 5), (65_536, 32_767, 6), (65_535, 32_768, 7), (65_536, 32_768, 8)])
    func stepsAreAsNarrowAsTheyAllow(feature: Int, value: Int, width: Int) {
        let steps = StepArray(features: [7, UInt32(feature)], levels: [200, 3], targets: [.leaf(value), .spine(1)])
        #expect(steps.width == width)
        #expect(steps.count == 2)
        #expect([steps.feature(at: 0), steps.feature(at: 1)] == [7, feature])
        #expect([steps.level(at: 0), steps.level(at: 1)] == [200, 3])
        #expect([steps.target(at: 0), steps.target(at: 1)] == [.leaf(value), .spine(1)])
    }
}
