import Testing

@testable import Calibration

struct AutomaticThresholdsTests {
    /// Answers of one class whose scores rise in steps of .001 from `first` on; those in `wrong` are not right.
    private static func answers(_ best: Int, from first: Float, count: Int, wrong: Set<Int> = []) -> [ScoredDocument] {
        (0..<count).map {
            ScoredDocument(best: best, score: first + Float($0) / 1000, isRight: !wrong.contains($0))
        }
    }

    @Test func theLowestScoreThatReachesTheTargetIsTaken() {
        // From the second half on all are right; with five faults below them 95% still hold by the bound.
        let answers = Self.answers(0, from: 0, count: 300, wrong: Set(0..<30))
        let found = AutomaticThresholds(answers, classes: 1, targetPrecision: 0.95)
        let reference = answers.indices.first { first in
            let rest = answers[first...]
            return BinomialTail.isAtLeast(0.95, right: rest.count { $0.isRight }, of: rest.count, confidence: 0.9)
        }
        #expect(found.thresholds == [reference.map { answers[$0].score }])
        #expect(found.bases == [.own])
        #expect(reference.map { $0 > 0 && $0 < 30 } == true)
    }

    @Test func aLabelThatCannotReachTheTargetIsNeverAutomatic() {
        let answers = Self.answers(0, from: 0, count: 400, wrong: Set(stride(from: 0, to: 400, by: 5)))
        let found = AutomaticThresholds(answers, classes: 1, targetPrecision: 0.95)
        #expect(found.thresholds == [nil])
        #expect(found.bases == [.never])
    }

    @Test func labelsWithFewDocumentsAreTestedTogether() {
        let answers = (0..<3).flatMap { Self.answers($0, from: 0.5, count: 20) }
        let found = AutomaticThresholds(answers, classes: 4, targetPrecision: 0.95)
        #expect(found.thresholds == [0.5, 0.5, 0.5, nil])
        #expect(found.bases == [.group, .group, .group, .never])
    }

    @Test func aLabelThatIsWorseLeavesTheGroup() {
        let good = (0..<9).flatMap { Self.answers($0, from: 0.5, count: 40) }
        let bad = Self.answers(9, from: 0.5, count: 20, wrong: Set(14..<20))
        let found = AutomaticThresholds(good + bad, classes: 10, targetPrecision: 0.95)
        #expect(found.bases == Array(repeating: .group, count: 9) + [.never])
    }

    @Test func answersWithOneScorePassTogether() {
        let right = (0..<60).map { _ in ScoredDocument(best: 0, score: 0.9, isRight: true) }
        let mixed = (0..<60).map { ScoredDocument(best: 0, score: 0.4, isRight: $0 % 2 == 0) }
        #expect(AutomaticThresholds(mixed + right, classes: 1, targetPrecision: 0.95).thresholds == [0.9])
    }
}
