/// What a model knows of how sure its answers are: how votes become probabilities, and from which of them on an answer
/// may be given without an analyst.
public struct Confidence: Sendable, Equatable {
    /// Turns votes into probabilities; `nil` when they are taken as they are.
    public let calibrator: ProbabilityCalibrator?
    /// For each class the least probability of an answer that may be automatic; `nil` when none may be.
    public let thresholds: [Float?]
    /// The precision that the thresholds were chosen for.
    public let targetPrecision: Double

    /// Puts the parts together.
    ///
    /// - Throws: `CalibrationFault` when they are of different numbers of classes, or a number is out of range.
    public init(
        calibrator: ProbabilityCalibrator?,
        thresholds: [Float?],
        targetPrecision: Double
    ) throws(CalibrationFault) {
        if let calibrator, calibrator.classes != thresholds.count {
            throw .classes(found: calibrator.classes, expected: thresholds.count)
        }
        guard thresholds.allSatisfy({ $0.map { $0 >= 0 && $0 <= 1 } ?? true }), targetPrecision > 0, targetPrecision < 1
        else { throw .threshold }
        self.calibrator = calibrator
        self.thresholds = thresholds
        self.targetPrecision = targetPrecision
    }

    /// Whether an answer of a class with this probability may be automatic.
    public func isAutomatic(_ index: Int, score: Float) -> Bool {
        guard thresholds.indices.contains(index), let threshold = thresholds[index] else { return false }
        return score >= threshold
    }
}
