import AutomaticReplies
import JSON
import TextClassification

extension InvocationEncoder {
    /// The keys of an answer when nobody asks for others.
    var usualKeys: [OutputKey] {
        showsDecisions ? [.isAutomatic, .idTemplate, .label, .score, .reason] : AnswerKeys.usual.keys
    }

    /// The columns of a row when nobody asks for others: those of the decision follow those that were there before.
    var usualColumns: [OutputKey] {
        let columns: [OutputKey] =
            showsDecisions ? [.label, .score, .isAutomatic, .idTemplate, .reason] : [.label, .score]
        return isBatch ? columns + [.error] : columns
    }

    /// Writes a key that the decision says something of; false for the others.
    func writeDecision(_ key: OutputKey, of answer: RecordAnswer, to writer: inout JSONWriter) -> Bool {
        guard let value = decisionValue(key, of: answer) else { return false }
        writer.key(key.rawValue)
        switch value {
        case .text(let text): writer.string(text)
        case .number(let number): writer.int(number)
        case .score(let score): writer.float(score)
        }
        return true
    }

    /// The field of a column that the decision says something of; nil for the others.
    func decisionField(_ key: OutputKey, of answer: RecordAnswer) -> String? {
        switch decisionValue(key, of: answer) {
        case .text(let text)?: text
        case .number(let number)?: String(number)
        case .score(let score)?: score.description
        case nil: nil
        }
    }

    private enum Value {
        case text(String)
        case number(Int)
        case score(Float)
    }

    private func decisionValue(_ key: OutputKey, of answer: RecordAnswer) -> Value? {
        guard let decision = answer.decision else { return nil }
        switch key {
        case .isAutomatic: return .number(decision.isAutomatic ? 1 : 0)
        case .idTemplate:
            switch decision.template {
            case .number(let number): return .number(number)
            case .text(let text): return .text(text)
            }
        case .reason: return .text(decision.reason.rawValue)
        case .label, .predictedLabel: return decision.label.map { .text(label($0)) }
        case .score, .probability:
            guard let index = decision.label, case .success(let prediction) = answer.outcome,
                prediction.probabilities.indices.contains(index)
            else { return nil }
            return .score(prediction.probabilities[index])
        default: return nil
        }
    }
}
