import Evaluation
import Testing

struct CalibrationCurveTests {
    private typealias Document = (score: Double, isCorrect: Bool)

    /// Bins of a half each: (.2, .4 | right, wrong) has mean .3 and share .5; (.6, .8, 1 | right, right, wrong) has
    /// mean .8 and share 2/3.
    @Test func figuresAreThoseByHand() {
        let documents: [Document] = [(0.2, true), (0.4, false), (0.6, true), (0.8, true), (1.0, false)]
        let curve = CalibrationCurve(documents, bins: 2)
        #expect(curve.bins.map(\.count) == [2, 3])
        #expect(curve.bins.map(\.correct) == [1, 2])
        #expect(abs(curve.bins[0].meanScore - 0.3) < 1e-12)
        #expect(abs(curve.bins[1].meanScore - 0.8) < 1e-12)
        #expect(abs(curve.bins[1].accuracy - 2.0 / 3) < 1e-12)
        // 2/5 * .2 + 3/5 * (.8 - 2/3)
        #expect(abs(curve.expectedError - 0.16) < 1e-12)
        #expect(abs(curve.greatestError - 0.2) < 1e-12)
    }

    /// As in scikit-learn's `calibration_curve`, a score on a bound belongs to the bin below it.
    @Test(arguments: [(0.0, 0), (0.1, 0), (0.100002, 1), (0.3, 2), (0.7, 6), (0.99, 9), (1, 9), (-1, 0), (2, 9)])
    func scoreOnABoundBelongsToTheBinBelow(score: Double, bin: Int) {
        #expect(CalibrationCurve([Document(score, true)]).bins.firstIndex { $0.count == 1 } == bin)
        #expect(CalibrationCurve([Document(Double(Float(score)), true)]).bins.firstIndex { $0.count == 1 } == bin)
    }

    @Test func scoresThatAreTrueHaveNoError() {
        let documents = (0..<100).map { Document(0.75, $0 < 75) }
        #expect(CalibrationCurve(documents).expectedError < 1e-12)
    }

    @Test func withoutDocumentsThereIsNoError() {
        let curve = CalibrationCurve([Document(.nan, true)])
        #expect(curve.documents == 0)
        #expect(curve.expectedError == 0)
        #expect(curve.greatestError == 0)
    }
}
