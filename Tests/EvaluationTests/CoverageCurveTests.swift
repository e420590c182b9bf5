import Evaluation
import Testing

struct CoverageCurveTests {
    private typealias Document = (score: Double, isCorrect: Bool)

    private static let documents: [Document] = [
        (0.5, true), (0.9, true), (0.5, false), (0.8, false), (0.95, true), (0.2, false),
    ]
    private let curve = CoverageCurve(documents)

    @Test func eachScoreHasAPoint() {
        #expect(curve.points.map(\.threshold) == [0.95, 0.9, 0.8, 0.5, 0.2])
        #expect(curve.points.map(\.answered) == [1, 2, 3, 5, 6])
        #expect(curve.points.map(\.correct) == [1, 2, 2, 3, 3])
        #expect(curve.points.map(\.coverage) == [1, 2, 3, 5, 6].map { $0 / 6 })
        #expect(curve.points.map(\.precision) == [1.0, 1, 2.0 / 3, 0.6, 0.5])
    }

    @Test(arguments: [(0.0, 6), (0.2, 6), (0.21, 5), (0.5, 5), (0.81, 2), (0.95, 1), (0.96, 0)])
    func thresholdAnswersScoresFromItOn(threshold: Double, answered: Int) {
        let point = curve.point(atThreshold: threshold)
        #expect(point.answered == answered)
        #expect(point.threshold == threshold)
        #expect((point.precision == nil) == (answered == 0))
    }

    @Test(arguments: [(1.0, 2), (0.66, 3), (0.6, 5), (0.5, 6), (0, 6)])
    func precisionGivesTheGreatestCoverage(precision: Double, answered: Int) {
        #expect(curve.point(atPrecision: precision)?.answered == answered)
    }

    @Test func precisionThatIsNotReachedGivesNothing() {
        #expect(CoverageCurve([Document(0.5, false)]).point(atPrecision: 0.1) == nil)
        #expect(CoverageCurve([Document]()).point(atPrecision: 0.1) == nil)
        #expect(CoverageCurve([Document]()).point(atThreshold: 0).answered == 0)
    }
}
