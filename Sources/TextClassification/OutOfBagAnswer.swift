public import Calibration

/// The answer of trees to a training document that they did not see.
public struct OutOfBagAnswer: Sendable, Equatable {
    /// The answer.
    public let document: ScoredDocument
    /// The number of trees that it comes from.
    public let voters: Int
}
