import Dataset
import Glibc

/// How many of `drawn` features, drawn without replacement out of `population`, are among `marked` ones.
///
/// This is what keeps scikit-learn's `max_features` exact at little cost: a node's absent features are constant, so only
/// the number of present ones among those drawn matters, not which absent ones were drawn.
struct HypergeometricDistribution: Sendable {
    private let population: Int
    private let drawn: Int
    /// For each number of marked features the probability of the likeliest result.
    private let atMode: [Double]

    /// Tabulates the distribution; O(population).
    init(population: Int, drawn: Int) {
        let drawn = min(drawn, population)
        self.population = population
        self.drawn = drawn
        let logarithms = LogFactorials(through: population)
        atMode = (0...population).map { marked in
            let mode = Self.mode(marked: marked, drawn: drawn, population: population)
            return Glibc.exp(
                logarithms.choose(marked, mode) + logarithms.choose(population - marked, drawn - mode)
                    - logarithms.choose(population, drawn)
            )
        }
    }

    /// Draws a number, given how many features are marked; expected O(standard deviation).
    ///
    /// The search for the drawn quantile starts at the mode and goes outward, so that no probability underflows.
    func sample(marked: Int, using generator: inout SeededGenerator) -> Int {
        let least = max(0, drawn - (population - marked))
        let most = min(drawn, marked)
        guard least < most else { return most }
        let mode = Self.mode(marked: marked, drawn: drawn, population: population)
        var rest = generator.unit() - atMode[marked]
        var (low, high) = (mode, mode)
        var (lowProbability, highProbability) = (atMode[marked], atMode[marked])
        while rest >= 0 && (low > least || high < most) {
            if high < most {
                highProbability *= ratio(high, marked: marked)
                high += 1
                rest -= highProbability
                if rest < 0 { return high }
            }
            if low > least {
                lowProbability /= ratio(low - 1, marked: marked)
                low -= 1
                rest -= lowProbability
                if rest < 0 { return low }
            }
        }
        return mode
    }

    private static func mode(marked: Int, drawn: Int, population: Int) -> Int {
        let least = max(0, drawn - (population - marked))
        return min(min(drawn, marked), max(least, (drawn + 1) * (marked + 1) / (population + 2)))
    }

    /// P(count + 1) / P(count).
    @inline(__always)
    private func ratio(_ count: Int, marked: Int) -> Double {
        Double((marked - count) * (drawn - count)) / Double((count + 1) * (population - marked - drawn + count + 1))
    }
}

/// The logarithms of factorials.
private struct LogFactorials {
    private let values: [Double]

    init(through last: Int) {
        var sum = 0.0
        values =
            [0]
            + (0..<last).map { index in
                sum += Glibc.log(Double(index + 1))
                return sum
            }
    }

    /// ln(total choose chosen).
    func choose(_ total: Int, _ chosen: Int) -> Double {
        values[total] - values[chosen] - values[total - chosen]
    }
}
