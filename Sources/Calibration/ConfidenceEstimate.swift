public import Dataset

/// The confidence of a model, found from what its trees say of documents that they did not see.
public struct ConfidenceEstimate: Sendable {
    /// The fewest documents that votes are calibrated with.
    public static let leastDocuments = 100

    /// What the model keeps.
    public let confidence: Confidence
    /// What each class's threshold rests on.
    public let bases: [AutomaticThresholds.Basis]
    /// The method that was taken; `.uncalibrated` for votes as they are.
    public let method: CalibrationMethod
    /// The cross-validated log loss of each method that was tried.
    public let logLosses: [(method: CalibrationMethod, logLoss: Double)]
    /// The answers to the documents by fits that they had no part in, in their order.
    public let answers: [ScoredDocument]
    /// The answers by votes as they are.
    public let rawAnswers: [ScoredDocument]

    /// Calibrates by `method`, or without enough documents not at all, and chooses the thresholds for
    /// `targetPrecision`; the result depends on sample, parameters and `seed` only.
    ///
    /// - Throws: `CalibrationFault` for a target precision out of range.
    public init(
        _ sample: CalibrationSample,
        method: CalibrationMethod,
        targetPrecision: Double,
        seed: UInt64,
        loop: ParallelLoop = ParallelLoop()
    ) throws(CalibrationFault) {
        var methods: [CalibrationMethod] = [.uncalibrated]
        if sample.count >= Self.leastDocuments, method != .uncalibrated {
            methods = method == .auto ? CalibrationMethod.candidates : [.uncalibrated, method]
        }
        let results = CrossValidation.measure(methods, on: sample, seed: seed, loop: loop)
        guard let raw = results.first, let last = results.last else { throw .threshold }
        var best = method == .auto ? raw : last
        for result in results where method == .auto && result.validation.logLoss < best.validation.logLoss {
            best = result
        }
        let thresholds = AutomaticThresholds(
            best.validation.answers,
            classes: sample.classes,
            targetPrecision: targetPrecision
        )
        confidence = try Confidence(
            calibrator: best.calibrator,
            thresholds: thresholds.thresholds,
            targetPrecision: targetPrecision
        )
        bases = thresholds.bases
        self.method = best.validation.method
        logLosses = results.map { ($0.validation.method, $0.validation.logLoss) }
        answers = best.validation.answers
        rawAnswers = raw.validation.answers
    }
}
