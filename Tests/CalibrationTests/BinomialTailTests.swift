import Testing

@testable import Calibration

struct BinomialTailTests {
    /// scipy.stats.binom.sf(right - 1, count, precision).
    @Test(arguments: [
        (45, 45, 0.95, 0.09944025698709544), (44, 44, 0.95, 0.10467395472325849), (98, 100, 0.95, 0.11826298118512056),
        (400, 410, 0.95, 0.007094597718010417),
        (1, 10, 0.1, 0.6513215599), (5, 10, 0.5, 0.623046875), (0, 3, 0.2, 1), (4, 3, 0.2, 0),
    ])
    func tailIsThatOfTheDistribution(right: Int, count: Int, precision: Double, expected: Double) {
        #expect(abs(BinomialTail.chance(ofAtLeast: right, of: count, precision) - expected) < 1e-9)
    }
}

/// How bounds decide, beside the distribution.
struct PrecisionBoundTests {
    @Test(arguments: [
        (44, 44, false), (45, 45, true), (0, 0, false), (75, 76, false), (76, 77, true), (90, 100, false),
    ])
    func lowerBoundNeedsEnoughAnswers(right: Int, count: Int, expected: Bool) {
        #expect(BinomialTail.isAtLeast(0.95, right: right, of: count, confidence: 0.9) == expected)
    }

    @Test(arguments: [(0, 0, false), (0, 1, true), (19, 20, false), (17, 20, true), (18, 20, false)])
    func upperBoundRefutes(right: Int, count: Int, expected: Bool) {
        #expect(BinomialTail.isBelow(0.95, right: right, of: count, confidence: 0.9) == expected)
    }
}
