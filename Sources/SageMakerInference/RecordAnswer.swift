public import AutomaticReplies
import DriftDetection
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
    /// The class of the greatest probability, which the answer, its decision and its metrics all need.
    let best: Int?

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
        best = (try? outcome.get()).flatMap(\.mostProbable)
    }

    /// What the metrics count of the answer; `nil` when there is no prediction.
    var observed: ObservedDocument? {
        guard case .success(let prediction) = outcome else { return nil }
        return ObservedDocument(
            label: best,
            score: best.map { Double(prediction.probabilities[$0]) } ?? 0,
            terms: prediction.terms,
            knownTerms: prediction.knownTerms
        )
    }
}
