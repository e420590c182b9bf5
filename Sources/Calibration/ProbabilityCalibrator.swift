/// Turns shares of votes into probabilities; a class gets the more of it, the greater its own share is.
public enum ProbabilityCalibrator: Sendable, Equatable {
    /// A curve that never falls for each class, then divided by the sum.
    ///
    /// `floor` is the least value that a curve is taken for, so that no class is impossible.
    case isotonic([IsotonicCurve], floor: Float)
    /// A sigmoid for each class, then divided by the sum.
    case sigmoid([SigmoidCurve])
    /// One scale of log-odds for all classes and an offset for each.
    case scaling(VoteScaling)

    /// The method.
    public var method: CalibrationMethod {
        switch self {
        case .isotonic: .isotonic
        case .sigmoid: .sigmoid
        case .scaling: .scaling
        }
    }

    /// The number of classes.
    public var classes: Int {
        switch self {
        case .isotonic(let curves, _): curves.count
        case .sigmoid(let curves): curves.count
        case .scaling(let scaling): scaling.offsets.count
        }
    }

    /// Turns shares into probabilities that add up to 1, in place and without allocation; O(classes x log knots).
    ///
    /// Shares that no class has a probability for stay as they are.
    ///
    /// - Precondition: there is a share for each class.
    public func apply(to shares: inout [Float]) {
        precondition(shares.count == classes, "made for other classes")
        switch self {
        case .isotonic(let curves, let floor):
            Self.normalize(&shares) { max(floor, curves[$0].value(at: $1)) }
        case .sigmoid(let curves):
            Self.normalize(&shares) { curves[$0].value(at: $1) }
        case .scaling(let scaling):
            scaling.apply(to: &shares)
        }
    }

    @inline(__always)
    private static func normalize(_ shares: inout [Float], by value: (Int, Float) -> Float) {
        var sum: Float = 0
        for index in shares.indices { sum += value(index, shares[index]) }
        guard sum > 0 else { return }
        for index in shares.indices { shares[index] = value(index, shares[index]) / sum }
    }

    /// Fits a method to some documents of a sample; `nil` for the one that leaves shares as they are.
    init?(_ method: CalibrationMethod, _ sample: CalibrationSample, _ columns: ClassColumns, documents: [Int]) {
        switch method {
        case .auto, .uncalibrated: return nil
        case .scaling: self = .scaling(VoteScaling(fitting: sample, documents: documents))
        case .isotonic:
            // Laplace's rule of succession: what happened in none of n documents has a chance of 1 / (n + 2).
            let floor = 1 / Float(documents.count + 2)
            self = .isotonic(
                Self.points(sample, columns, documents).map { IsotonicCurve(fitting: $0) },
                floor: floor
            )
        case .sigmoid: self = .sigmoid(Self.points(sample, columns, documents).map { SigmoidCurve(fitting: $0) })
        }
    }

    private static func points(
        _ sample: CalibrationSample,
        _ columns: ClassColumns,
        _ documents: [Int]
    ) -> [[ClassColumns.Point]] {
        var isIncluded = [Bool](repeating: false, count: sample.count)
        var positives = [Int](repeating: 0, count: sample.classes)
        for document in documents {
            isIncluded[document] = true
            positives[sample.truth[document]] += 1
        }
        return (0..<sample.classes).map {
            columns.points(of: $0, in: isIncluded, documents: documents.count, positives: positives[$0])
        }
    }
}
