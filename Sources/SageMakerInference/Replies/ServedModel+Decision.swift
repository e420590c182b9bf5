import AutomaticReplies
import JSON
import TextClassification

extension ServedModel {
    /// Decides what becomes of a record, and counts it; `nil` where no policy is in force.
    func decision(on record: InvocationRecord, _ outcome: Result<Prediction, RecordFault>) -> ReplyDecision? {
        guard let replies else { return nil }
        let decision = decision(on: record, outcome, by: replies)
        metrics.count(decision.reason)
        return decision
    }

    private func decision(
        on record: InvocationRecord,
        _ outcome: Result<Prediction, RecordFault>,
        by replies: ReplyDecider
    ) -> ReplyDecision {
        switch (record.text, outcome) {
        case (.success(let text), .success(let prediction)):
            replies.decision(on: prediction, text: text) { record.fields?[$0]?.fieldText }
        case (.failure(let fault), _), (_, .failure(let fault)):
            replies.refusal(fault.saysThatTextIsMissing ? .emptyText : .other)
        }
    }
}

extension JSONValue {
    /// The value of a field as a text; `nil` for null, arrays and objects.
    fileprivate var fieldText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}

extension RecordFault {
    /// Whether the record has no text, in place of one that cannot be read.
    fileprivate var saysThatTextIsMissing: Bool {
        switch self {
        case .blankLine, .noText: true
        default: false
        }
    }
}
