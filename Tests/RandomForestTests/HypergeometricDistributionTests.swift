import Dataset
import Testing

@testable import RandomForest

struct HypergeometricDistributionTests {
    @Test(arguments: [(20, 4, 3), (20, 4, 19), (50, 7, 25), (300, 17, 2), (2_000, 44, 700)])
    func drawsAsOftenAsOneByOne(population: Int, drawn: Int, marked: Int) {
        var generator = SeededGenerator(seed: 7)
        let distribution = HypergeometricDistribution(population: population, drawn: drawn)
        let rounds = 20_000
        var (fast, slow) = ([Int](repeating: 0, count: drawn + 1), [Int](repeating: 0, count: drawn + 1))
        for _ in 0..<rounds {
            fast[distribution.sample(marked: marked, using: &generator)] += 1
            var (markedLeft, left, count) = (marked, population, 0)
            for _ in 0..<drawn {
                if generator.below(left) < markedLeft {
                    markedLeft -= 1
                    count += 1
                }
                left -= 1
            }
            slow[count] += 1
        }
        for (one, other) in zip(fast, slow) {
            #expect(abs(Double(one - other)) < 5 * (Double(max(one, other, 10)) * 2).squareRoot())
        }
    }

    @Test(arguments: [(5, 5), (5, 9), (1, 1), (0, 1)])
    func allDrawnMeansAllMarked(population: Int, drawn: Int) {
        var generator = SeededGenerator(seed: 1)
        let distribution = HypergeometricDistribution(population: population, drawn: drawn)
        for marked in 0...population { #expect(distribution.sample(marked: marked, using: &generator) == marked) }
    }
}
