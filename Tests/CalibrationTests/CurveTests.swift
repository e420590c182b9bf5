import Testing

@testable import Calibration

/// Held to scikit-learn 1.x on the same points.
struct CurveTests {
    private static let shares: [Float] = [0, 0, 0, 0.1, 0.1, 0.25, 0.3, 0.4, 0.4, 0.55, 0.6, 0.7, 0.8, 0.8, 1]
    private static let truth = [0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 1]
    private static let places: [Float] = [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.75, 0.9, 1]

    private static var points: [ClassColumns.Point] {
        Set(shares).sorted().map { share in
            let documents = shares.indices.filter { shares[$0] == share }
            return ClassColumns.Point(
                share: share,
                documents: Double(documents.count),
                positives: Double(documents.reduce(0) { $0 + truth[$1] })
            )
        }
    }

    @Test func isotonicCurveIsThatOfScikitLearn() {
        let curve = IsotonicCurve(fitting: Self.points)
        #expect(curve.places == [0, 0.1, 0.25, 0.6, 0.7, 1])
        #expect(curve.values == [0.2, 0.2, 0.5, 0.5, 1, 1])
        let expected: [Float] = [0.2, 0.2, 0.2, 0.4, 0.5, 0.5, 0.75, 1, 1, 1]
        for (place, value) in zip(Self.places, expected) { #expect(abs(curve.value(at: place) - value) < 1e-6) }
    }

    @Test func sigmoidCurveIsThatOfScikitLearn() {
        let curve = SigmoidCurve(fitting: Self.points)
        #expect(abs(curve.slope - 3.100709) < 1e-3)
        #expect(abs(curve.intercept + 1.065496) < 1e-3)
        let expected: [Float] = [
            0.25626, 0.286906, 0.31964, 0.390466, 0.504938, 0.618894, 0.721108, 0.779032, 0.84879, 0.884445,
        ]
        for (place, value) in zip(Self.places, expected) { #expect(abs(curve.value(at: place) - value) < 1e-4) }
    }

    @Test func sigmoidOfSharesThatMisleadIsLevel() {
        let points = [
            ClassColumns.Point(share: 0, documents: 10, positives: 9),
            ClassColumns.Point(share: 1, documents: 10, positives: 1),
        ]
        let curve = SigmoidCurve(fitting: points)
        #expect(curve.slope == 0)
        #expect(abs(curve.value(at: 0.3) - 0.5) < 1e-6)
    }

    @Test(arguments: [[], [0.5, 0.5], [0.9, 0.1], [-0.1, 0.5], [0.5, 1.5], [0.5, .nan]] as [[Float]])
    func knotsOutOfOrderAreRefused(places: [Float]) {
        #expect(throws: CalibrationFault.curve) {
            try IsotonicCurve(places: places, values: places.map { _ in 0.5 })
        }
    }

    @Test func fallingValuesAreRefused() {
        #expect(throws: CalibrationFault.curve) { try IsotonicCurve(places: [0, 1], values: [1, 0]) }
        #expect(throws: CalibrationFault.curve) { try IsotonicCurve(places: [0, 1], values: [0]) }
    }

    @Test(arguments: [(-1, 0), (.nan, 0), (0, .infinity), (1e9, 0)] as [(Float, Float)])
    func sigmoidOutOfRangeIsRefused(slope: Float, intercept: Float) {
        #expect(throws: CalibrationFault.self) { try SigmoidCurve(slope: slope, intercept: intercept) }
    }
}
