import Dataset
import Glibc

/// How many of `drawn` features, drawn without replacement out of `population`, are among `marked` ones.
///
/// This is what keeps scikit-learn's `max_features` exact at little cost: a node's absent features are constant, so only
/// the number of present ones among those drawn matters, not which absent ones were drawn.
struct HypergeometricDistribution {
    private let population: Int
    private let drawn: Int
    /// ln(i!) for i from 0 to `population`.
    private let logFactorials: [Double]

    init(population: Int, drawn: Int) {
        self.population = population
        self.drawn = min(drawn, population)
        var sum = 0.0
        logFactorials =
            [0] + (0..<population).map { index in
                sum += Glibc.log(Double(index + 1))
                return sum
            }
    }

    /// Draws a number, given how many features are marked; expected O(standard deviation).
    ///
    /// The search for the drawn quantile starts at the mode and goes outward, so that no probability underflows.
    func sample(marked: Int, using generator: inout SeededGenerator) -> Int {
        let least = max(0, drawn - (population - marked))
        let most = min(drawn, marked)
        guard least < most else { return most }
        let mode = min(most, max(least, (drawn + 1) * (marked + 1) / (population + 2)))
        let atMode = probability(mode, marked: marked)
        var rest = generator.unit() - atMode
        var (low, high) = (mode, mode)
        var (lowProbability, highProbability) = (atMode, atMode)
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

    private func probability(_ count: Int, marked: Int) -> Double {
        let others = population - marked
        return Glibc.exp(
            choose(marked, count) + choose(others, drawn - count) - choose(population, drawn)
        )
    }

    /// P(count + 1) / P(count).
    @inline(__always)
    private func ratio(_ count: Int, marked: Int) -> Double {
        Double((marked - count) * (drawn - count)) / Double((count + 1) * (population - marked - drawn + count + 1))
    }

    /// ln(n choose k).
    @inline(__always)
    private func choose(_ total: Int, _ chosen: Int) -> Double {
        logFactorials[total] - logFactorials[chosen] - logFactorials[total - chosen]
    }
}
