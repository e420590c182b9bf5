import Dataset

@testable import Calibration

/// Documents whose votes are less sure than they should be: the true class is drawn by known probabilities, and the
/// votes are those of the square roots.
enum CalibratedVotes {
    static func sample(seed: UInt64, documents: Int, classes: Int) -> CalibrationSample {
        var generator = SeededGenerator(seed: seed)
        var (truth, shares): ([Int], [Float]) = ([], [])
        for _ in 0..<documents {
            var odds = (0..<classes).map { _ in generator.unit() * generator.unit() * generator.unit() }
            odds[generator.below(classes)] += 0.5 + generator.unit()
            let sum = odds.reduce(0, +)
            var rest = generator.unit() * sum
            truth.append(
                odds.firstIndex {
                    rest -= $0
                    return rest < 0
                } ?? 0
            )
            let roots = odds.map { $0 < 0.02 ? 0 : ($0 / sum).squareRoot() }
            let all = roots.reduce(0, +)
            shares += roots.map { Float($0 / all) }
        }
        return CalibrationSample(classes: classes, truth: truth, shares: shares)
    }
}
