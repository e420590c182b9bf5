public import Calibration

/// How the confidence of a model is found and told.
public struct ConfidenceParameters: Sendable, Equatable {
    /// How votes become probabilities.
    public var calibration = CalibrationMethod.auto
    /// The precision that automatic answers of each label must reach.
    public var targetPrecision = 0.95
    /// The minutes that an analyst spends on an e-mail, to tell the hours that automatic answers save.
    public var minutesPerMail = 3.0

    /// Creates the defaults.
    public init() {}
}
