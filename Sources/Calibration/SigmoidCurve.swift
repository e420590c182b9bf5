internal import Glibc

/// The function 1 / (1 + exp(-(slope x + intercept))), which never falls.
public struct SigmoidCurve: Sendable, Equatable {
    /// How steep it is; not negative.
    public let slope: Float
    /// Where it lies.
    public let intercept: Float

    /// The greatest slope and intercept, either way.
    static let greatest: Float = 10_000

    /// Takes the parameters of a curve.
    ///
    /// - Throws: `CalibrationFault` for one out of range.
    public init(slope: Float, intercept: Float) throws(CalibrationFault) {
        guard slope >= 0, slope <= Self.greatest else { throw .parameter("the slope of a sigmoid") }
        guard abs(intercept) <= Self.greatest else { throw .parameter("the intercept of a sigmoid") }
        self.slope = slope
        self.intercept = intercept
    }

    /// The likeliest curve for the points, with Platt's targets in place of 0 and 1.
    ///
    /// A class whose documents have rather smaller shares than others gets a level curve.
    ///
    /// Source: J. Platt, "Probabilistic outputs for support vector machines", 1999; minimized as in H.-T. Lin, C.-J. Lin
    /// and R. Weng, "A note on Platt's probabilistic outputs for support vector machines", 2007.
    init(fitting points: [ClassColumns.Point]) {
        let fit = PlattFit(points)
        var (slope, intercept) = fit.minimum()
        if slope < 0 {
            slope = 0
            intercept = fit.levelIntercept
        }
        self.slope = Float(min(slope, Double(Self.greatest)))
        self.intercept = Float(min(max(intercept, -Double(Self.greatest)), Double(Self.greatest)))
    }

    /// The value at a place.
    func value(at place: Float) -> Float {
        1 / (1 + exp(-(slope * place + intercept)))
    }
}

/// The likelihood of a sigmoid, and Newton's method on its two parameters.
private struct PlattFit {
    private static let mostIterations = 100
    private static let leastStep = 1e-10
    /// Added to the Hessian's diagonal, so that it can be inverted.
    private static let ridge = 1e-12
    private static let enoughGradient = 1e-5

    private let points: [ClassColumns.Point]
    private let positives: Double
    private let negatives: Double

    init(_ points: [ClassColumns.Point]) {
        self.points = points
        positives = points.reduce(0) { $0 + $1.positives }
        negatives = points.reduce(0) { $0 + $1.documents } - positives
    }

    /// The intercept of a curve without slope: the log-odds of the class.
    var levelIntercept: Double { log((positives + 1) / (negatives + 1)) }

    func minimum() -> (slope: Double, intercept: Double) {
        var (slope, intercept) = (0.0, levelIntercept)
        var loss = loss(slope, intercept)
        for _ in 0..<Self.mostIterations {
            let (gradient, step) = newtonStep(slope, intercept)
            if abs(gradient.0) < Self.enoughGradient, abs(gradient.1) < Self.enoughGradient { break }
            let descent = gradient.0 * step.0 + gradient.1 * step.1
            var length = 1.0
            while length >= Self.leastStep {
                let next = (slope + length * step.0, intercept + length * step.1)
                let nextLoss = self.loss(next.0, next.1)
                if nextLoss < loss + 1e-4 * length * descent {
                    (slope, intercept, loss) = (next.0, next.1, nextLoss)
                    break
                }
                length /= 2
            }
            if length < Self.leastStep { break }
        }
        return (slope, intercept)
    }

    /// The sum of target x log-loss of being of the class + (documents - target) x that of not being; both targets are
    /// Platt's, so no document is quite sure.
    private func loss(_ slope: Double, _ intercept: Double) -> Double {
        points.reduce(0) { sum, point in
            let z = slope * Double(point.share) + intercept
            let target = target(point)
            // log(1 + exp(-z)) without overflow.
            let softplus = z >= 0 ? log1p(exp(-z)) : -z + log1p(exp(z))
            return sum + point.documents * softplus + (point.documents - target) * z
        }
    }

    private func newtonStep(
        _ slope: Double,
        _ intercept: Double
    ) -> (gradient: (Double, Double), step: (Double, Double)) {
        var gradient = (0.0, 0.0)
        var (h11, h12, h22) = (Self.ridge, 0.0, Self.ridge)
        for point in points {
            let x = Double(point.share)
            let probability = 1 / (1 + exp(-(slope * x + intercept)))
            let weight = point.documents * probability * (1 - probability)
            h11 += weight * x * x
            h12 += weight * x
            h22 += weight
            let difference = point.documents * probability - target(point)
            gradient.0 += difference * x
            gradient.1 += difference
        }
        let determinant = h11 * h22 - h12 * h12
        let step = (
            -(h22 * gradient.0 - h12 * gradient.1) / determinant, -(h11 * gradient.1 - h12 * gradient.0) / determinant
        )
        return (gradient, step)
    }

    private func target(_ point: ClassColumns.Point) -> Double {
        point.positives * (positives + 1) / (positives + 2)
            + (point.documents - point.positives) / (negatives + 2)
    }
}
