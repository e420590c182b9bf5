import Dataset
import Testing

@testable import FeatureExtraction

struct ShortSortTests {
    private let seed: UInt64 = 20_261_121

    @Test func anyLengthIsSortedAsByTheStandardSort() {
        var generator = SeededGenerator(seed: seed)
        for length in 0..<60 {
            let numbers = (0..<length).map { _ in UInt64(generator.below(20)) }
            var sorted = numbers
            sorted.sortShort()
            #expect(sorted == numbers.sorted(), "seed \(seed), length \(length)")
        }
    }
}
