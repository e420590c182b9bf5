import Dataset
import Testing

@testable import RandomForest

struct LeafDrawsTests {
    @Test(
        arguments: [
            ([1], [0b1000_0000]), ([1, 1, 1, 1, 1, 1, 1, 1], [0xFF]), ([2], [0b0100_0000]), ([3, 1], [0b0111_0000]),
            ([5, 4], [0b0010_1001, 0b0000_0000]), ([], []), ([0], [0b1000_0000]),
        ] as [([UInt32], [UInt8])]
    )
    func numbersHaveEliassCode(numbers: [UInt32], bytes: [UInt8]) {
        #expect(Array(LeafDraws(packing: numbers).bytes) == bytes)
    }

    @Test(arguments: 0..<20)
    func whatWasWrittenIsRead(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let numbers = (0..<1_000).map { _ in
            max(1, UInt32(truncatingIfNeeded: generator.below(1 << 32)) >> UInt32(generator.below(32)))
        }
        let draws = LeafDraws(packing: numbers)
        var reader = LeafDraws.Reader(draws)
        for number in numbers { #expect(reader.next() == number, "seed \(seed)") }
        #expect(reader.isAtEnd && reader.next() == nil)
        #expect(draws.hasCount(1_000) && !draws.hasCount(999) && !draws.hasCount(1_001))
    }

    @Test(
        arguments: [
            [0], [0, 0, 0, 0, 0, 0, 0, 0, 0xFF], [0b0100_0000, 0], [0b1000_0000, 0b1000_0000], [0b0010_1001],
        ] as [[UInt8]]
    )
    func otherCodesAreRefused(bytes: [UInt8]) {
        #expect(!LeafDraws(bytes: FrozenArray(bytes)).hasCount(1))
    }

    @Test func forestRefusesDrawsOfAnotherForest() throws {
        let forest = try SparseSet(seed: 1).trainer().fit()
        let leaves = (0..<forest.steps.count).count { if case .leaf = forest.steps[$0].target { true } else { false } }
        for count in [leaves - 1, leaves + 1] {
            #expect(throws: RandomForestError.self) {
                try Forest(
                    classes: forest.classes,
                    features: forest.features,
                    treeStarts: forest.treeStarts,
                    steps: forest.steps,
                    mixtureOffsets: forest.mixtureOffsets,
                    mixtureClasses: forest.mixtureClasses,
                    mixtureProbabilities: forest.mixtureProbabilities,
                    leafDraws: LeafDraws(packing: Array(repeating: 9, count: count))
                )
            }
        }
    }
}
