public import AutomaticReplies
public import TextClassification

/// What is answered to one record.
public struct RecordAnswer: Sendable, Equatable {
    /// The prediction, or why there is none.
    public let outcome: Result<Prediction, RecordFault>
    /// How many classes to list; `nil` for the best one alone.
    public let k: Int?
    /// What becomes of the record; `nil` where no reply policy is in force.
    public let decision: ReplyDecision?
    /// Why the best class is the best, when that was asked for.
    public let explanation: Explanation?

    /// Creates an answer.
    public init(
        _ outcome: Result<Prediction, RecordFault>,
        k: Int? = nil,
        decision: ReplyDecision? = nil,
        explanation: Explanation? = nil
    ) {
        self.outcome = outcome
        self.k = k
        self.decision = decision
        self.explanation = explanation
    }
}
