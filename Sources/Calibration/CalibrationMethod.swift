/// How shares of votes become probabilities.
public enum CalibrationMethod: String, Sendable, CaseIterable {
    /// The one of the others whose cross-validated log loss is least.
    case auto
    /// A curve that never falls for each class, then divided by the sum.
    case isotonic
    /// A sigmoid for each class, then divided by the sum.
    case sigmoid
    /// One scale of log-odds for all classes and an offset for each.
    case scaling
    /// The shares as they are.
    case uncalibrated = "none"

    /// What `auto` chooses from; of equals the first.
    static let candidates: [CalibrationMethod] = [.uncalibrated, .scaling, .sigmoid, .isotonic]
}
