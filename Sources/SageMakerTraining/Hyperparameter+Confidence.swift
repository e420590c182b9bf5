internal import Calibration

extension Hyperparameter {
    /// The hyperparameters of the scores and of automatic answers.
    static let confidence: [Hyperparameter] = [
        Hyperparameter(
            "calibration",
            \.confidence.calibration,
            .word,
            "How votes become probabilities; auto takes what has the least cross-validated log loss, or none."
        ),
        Hyperparameter(
            "target_precision",
            \.confidence.targetPrecision,
            .probability,
            "The precision that the automatic answers of a label must reach."
        ),
        Hyperparameter(
            "minutes_per_mail",
            \.confidence.minutesPerMail,
            .number(from: 0),
            "The minutes of an analyst that an automatic answer saves; for the metrics only."
        ),
    ]
}

extension ValueForm where Value == Double {
    /// A probability that is neither 0 nor 1.
    fileprivate static var probability: Self {
        ValueForm(type: "number", allowed: "a number above 0 and below 1") {
            $0.number.flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
        } print: {
            "\($0)"
        }
    }
}
