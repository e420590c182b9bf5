import Evaluation
import Testing

struct ClassificationReportTests {
    /// Figures of scikit-learn's `classification_report([0,1,2,2,2], [0,0,2,2,1])`.
    @Test func figuresAreScikitLearns() {
        let report = ClassificationReport(
            ConfusionMatrix(actual: [0, 1, 2, 2, 2], predicted: [0, 0, 2, 2, 1], classCount: 3)
        )
        #expect(report.classes.map(\.precision) == [0.5, 0, 1])
        #expect(report.classes.map(\.recall) == [1, 0, 2.0 / 3])
        #expect(report.classes.map { rounded($0.f1) } == [0.667, 0, 0.8])
        #expect(report.classes.map(\.support) == [1, 1, 3])
        #expect(report.accuracy == 0.6)
        #expect(rounded(report.macroF1) == 0.489)
        #expect(rounded(report.weightedF1) == 0.613)
        #expect(report.support == 5)
    }

    @Test func classThatDoesNotOccurIsLeftOutOfTheMacroMean() {
        let report = ClassificationReport(ConfusionMatrix(actual: [0, 1], predicted: [0, 1], classCount: 3))
        #expect(report.macroF1 == 1)
        #expect(report.classes[2].f1 == 0)
    }

    @Test func classThatIsOnlyPredictedCountsInTheMacroMean() {
        let report = ClassificationReport(ConfusionMatrix(actual: [0, 0], predicted: [0, 1], classCount: 2))
        #expect(rounded(report.macroF1) == 0.333)
        #expect(rounded(report.weightedF1) == 0.667)
    }

    @Test func noDocumentsGiveZeros() {
        let report = ClassificationReport(ConfusionMatrix(classCount: 2))
        #expect(report.accuracy == 0)
        #expect(report.macroF1 == 0)
        #expect(report.weightedF1 == 0)
    }

    private func rounded(_ value: Double) -> Double {
        (value * 1000).rounded() / 1000
    }
}
