import Testing

@testable import DriftDetection

struct PopulationStabilityIndexTests {
    /// Worked out by hand: sum of (observed - expected) x ln(observed / expected).
    @Test(
        arguments: [
            // Equal shares.
            ([50, 50], [10, 10], 0),
            // -0.1 ln 0.8 + 0.1 ln 1.2.
            ([50, 50], [40, 60], 0.040546510810816),
            // -0.3 ln 0.4 + 0.3 ln 1.6.
            ([500, 500], [20, 80], 0.415888308335967),
            // -0.25 ln 0.5 + 0.25 ln 2.
            ([50, 25, 25], [25, 50, 25], 0.346573590279973),
            // The empty bin counts as 0.0001: (0.1 - 0.0001) ln 1000 - 0.1 ln 0.9.
            ([100, 0], [90, 10], 0.7006208039360982),
        ] as [([Int], [Int], Double)]
    )
    func valueIsTheSumOverTheBins(expected: [Int], observed: [Int], value: Double) throws {
        let index = try #require(PopulationStabilityIndex(expected: expected, observed: observed))
        #expect(abs(index.value - value) < 1e-9)
    }

    @Test(arguments: [([], []), ([0, 0], [1, 1]), ([1, 1], [0, 0]), ([1], [1, 2])] as [([Int], [Int])])
    func nothingToCompareGivesNoIndex(expected: [Int], observed: [Int]) {
        #expect(PopulationStabilityIndex(expected: expected, observed: observed) == nil)
    }

    @Test func sizesTellWhatAnUnshiftedSampleGives() throws {
        let index = try #require(PopulationStabilityIndex(expected: [50, 25, 25], observed: [10, 5, 5]))
        // (3 - 1) x (1/100 + 1/20), and sqrt(2 x 2) x the same.
        #expect(abs(index.expectedWithoutShift - 0.12) < 1e-12)
        #expect(abs(index.deviationWithoutShift - 0.12) < 1e-12)
        #expect(index.corrected == 0)
    }
}
