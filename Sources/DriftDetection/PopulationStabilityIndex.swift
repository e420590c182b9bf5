import Glibc

/// The population stability index: how far a distribution over some bins has moved from another.
///
/// PSI = sum over bins of (observed - expected) x ln(observed / expected), in shares. Source: N. Siddiqi, "Credit Risk
/// Scorecards", 2006, who calls less than 0.1 no change, up to 0.25 some change, and more a shift.
public struct PopulationStabilityIndex: Sendable, Equatable {
    /// The least share of a bin, since an empty one would make the index infinite.
    public static let leastShare = 0.0001

    /// The index of the counts as they are.
    public let value: Double
    /// What two samples of these sizes from one distribution give on average.
    public let expectedWithoutShift: Double
    /// How widely that value spreads between samples: its standard deviation.
    public let deviationWithoutShift: Double

    /// Compares counts, bin by bin; `nil` when there are no bins or one side is empty.
    ///
    /// Without a shift value / (1/n + 1/m) has the chi-squared distribution with bins - 1 degrees of freedom. Source:
    /// B. Yurdakul, "Statistical Properties of Population Stability Index", 2018.
    public init?(expected: [Int], observed: [Int]) {
        let (n, m) = (expected.reduce(0, +), observed.reduce(0, +))
        guard expected.count == observed.count, n > 0, m > 0 else { return nil }
        var sum = 0.0
        for (left, right) in zip(expected, observed) {
            let before = max(Double(left) / Double(n), Self.leastShare)
            let now = max(Double(right) / Double(m), Self.leastShare)
            sum += (now - before) * Glibc.log(now / before)
        }
        value = sum
        expectedWithoutShift = Self.scale(n, m) * Double(expected.count - 1)
        deviationWithoutShift = Self.deviation(bins: expected.count, n, m)
    }

    /// The index less what samples of these sizes have anyway; never negative.
    public var corrected: Double { max(0, value - expectedWithoutShift) }

    /// The spread without shift between samples of `n` and `m` values.
    static func deviation(bins: Int, _ n: Int, _ m: Int) -> Double {
        scale(n, m) * (2 * Double(max(bins - 1, 1))).squareRoot()
    }

    private static func scale(_ n: Int, _ m: Int) -> Double { 1 / Double(n) + 1 / Double(m) }
}
