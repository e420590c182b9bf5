internal import Glibc

/// What counts of right and wrong answers say about a precision, exactly (Clopper and Pearson).
///
/// Source: C. Clopper and E. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
/// binomial", 1934. A bound reaches a precision just when the tail of the binomial distribution with that precision is
/// small enough, so no quantile is computed.
enum BinomialTail {
    private static let mostTerms = 10_000
    private static let tiny = 1e-300
    private static let enough = 1e-12

    /// Whether the lower bound of the precision, one-sided with the given confidence, is at least `precision`.
    static func isAtLeast(_ precision: Double, right: Int, of count: Int, confidence: Double) -> Bool {
        // Cheap and sufficient: a bound lies below the share itself.
        guard right > 0, Double(right) >= precision * Double(count) else { return false }
        return chance(ofAtLeast: right, of: count, precision) <= 1 - confidence
    }

    /// Whether the upper bound of the precision, one-sided with the given confidence, is below `precision`.
    static func isBelow(_ precision: Double, right: Int, of count: Int, confidence: Double) -> Bool {
        guard Double(right) < precision * Double(count) else { return false }
        return 1 - chance(ofAtLeast: right + 1, of: count, precision) < 1 - confidence
    }

    /// The chance of at least `right` of `count` documents when each is right with probability `precision`.
    static func chance(ofAtLeast right: Int, of count: Int, _ precision: Double) -> Double {
        if right <= 0 { return 1 }
        if right > count { return 0 }
        return incompleteBeta(precision, Double(right), Double(count - right + 1))
    }

    /// The regularized incomplete beta function, by a continued fraction.
    ///
    /// Source: W. Press et al., "Numerical Recipes", section 6.4; W. Lentz's method.
    private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
        let front = exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a
        var c = 1.0
        var d = inverse(1 - (a + b) * x / (a + 1))
        var fraction = d
        for term in 1...mostTerms {
            let m = Double(term)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = inverse(1 + even * d)
            c = nonZero(1 + even / c)
            fraction *= c * d
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = inverse(1 + odd * d)
            c = nonZero(1 + odd / c)
            fraction *= c * d
            if abs(c * d - 1) < enough { break }
        }
        return min(1, front * fraction)
    }

    private static func inverse(_ value: Double) -> Double { 1 / nonZero(value) }

    private static func nonZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
}
