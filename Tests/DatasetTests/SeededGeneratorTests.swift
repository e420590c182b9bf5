import Dataset
import Testing

struct SeededGeneratorTests {
    @Test func sameSeedAndStreamGiveTheSameNumbers() {
        var one = SeededGenerator(seed: 7, stream: 3)
        var other = SeededGenerator(seed: 7, stream: 3)
        var third = SeededGenerator(seed: 7, stream: 4)
        let numbers = (0..<100).map { _ in one.next() }
        #expect(numbers == (0..<100).map { _ in other.next() })
        #expect(numbers != (0..<100).map { _ in third.next() })
        #expect(Set(numbers).count == 100)
    }

    @Test(arguments: [1, 2, 3, 10, 77])
    func numbersBelowABoundAreEquallyLikely(bound: Int) {
        var generator = SeededGenerator(seed: UInt64(bound))
        var counts = [Int](repeating: 0, count: bound)
        for _ in 0..<10_000 { counts[generator.below(bound)] += 1 }
        let expected = 10_000.0 / Double(bound)
        #expect(counts.allSatisfy { abs(Double($0) - expected) < 6 * expected.squareRoot() })
    }

    @Test func greatestBoundWorks() {
        var generator = SeededGenerator(seed: 1)
        let numbers = (0..<1_000).map { _ in generator.below(1 << 32) }
        #expect(numbers.allSatisfy { (0..<1 << 32).contains($0) })
        #expect(numbers.contains { $0 > 1 << 31 })
    }

    @Test func unitNumbersLieBelowOne() {
        var generator = SeededGenerator(seed: 2)
        let numbers = (0..<10_000).map { _ in generator.unit() }
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.02)
    }
}
