import Dataset
import Testing

@testable import RandomForest

struct ForestInvariantsTests {
    /// The stored arrays of a small forest, to be damaged.
    private struct Parts {
        var classes = 3
        var features = 4
        var treeStarts: [UInt32] = [0, 3, 4]
        var steps = [
            Step(feature: 2, level: 10, target: .spine(2)), Step(feature: 4, level: 0, target: .leaf(0)),
            Step(feature: 4, level: 0, target: .leaf(3)), Step(feature: 4, level: 0, target: .leaf(2)),
        ]
        var mixtureOffsets: [UInt32] = [0, 2]
        var mixtureClasses: [UInt32] = [0, 1]
        var mixtureProbabilities: [Float] = [0.25, 0.75]

        static func packed(_ steps: [Step]) throws -> StepArray {
            let form = StepForm(features: 4, greatestTarget: 3)
            var bytes: [UInt8] = []
            for step in steps { form.append(step, to: &bytes) }
            return try StepArray(bytes: FrozenArray(bytes), width: form.width)
        }

        func forest() throws -> Forest {
            try Forest(
                classes: classes,
                features: features,
                treeStarts: FrozenArray(treeStarts),
                steps: Self.packed(steps),
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
            ("a tree's last step does not end a spine", { $0.steps[2].feature = 1 }),
            ("a step asks for a feature that does not exist", { $0.steps[0].feature = 5 }),
            ("the end of a spine has a level", { $0.steps[1].level = 255 }),
            ("a leaf does not exist", { $0.steps[1].target = .leaf(4) }),
            ("a right turn leads out of its tree", { $0.steps[0].target = .spine(3) }),
            ("a right turn leads out of its tree", { $0.steps[0].target = .spine(0) }),
            ("a right turn leads out of its tree", { $0.steps[1].target = .spine(2) }),
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
    func stepsAreAsNarrowAsTheyAllow(feature: Int, value: Int, width: Int) throws {
        let form = StepForm(features: feature, greatestTarget: value)
        #expect(form.width == width)
        #expect(StepForm(width: width) == form)
        let steps = [
            Step(feature: 7, level: 200, target: .leaf(value)), Step(feature: feature, level: 3, target: .spine(1)),
        ]
        var bytes: [UInt8] = []
        for step in steps { form.append(step, to: &bytes) }
        let array = try StepArray(bytes: FrozenArray(bytes), width: width)
        #expect(array.count == 2)
        #expect([array[0], array[1]] == steps)
    }
}
