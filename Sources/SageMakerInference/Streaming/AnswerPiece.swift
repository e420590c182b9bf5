import DriftDetection
import JSON

/// Some records of a request, which one thread decodes where that is still to be done, classifies and answers.
struct AnswerPiece: Sendable {
    /// The most records of a piece; with fewer the threads meet too often.
    static let records = 512
    /// The bytes of text at which a piece ends.
    static let bytes = 65_536

    /// The records, or the lines that they are on.
    enum Content: Sendable {
        case records(ArraySlice<InvocationRecord>)
        case lines(JSONLines)
    }

    /// What became of a piece.
    struct Output: Sendable {
        /// Its part of the answer.
        let bytes: [UInt8]
        /// What the metrics are to count, in the order of the pieces.
        let observed: [ObservedDocument]
    }

    let content: Content
    /// How many classes an answer lists whose record does not say.
    let k: Int?
    let writer: AnswerWriter
    let isFirst: Bool

    /// Classifies the records and writes their answers.
    func output(_ plan: InvocationPlan) -> Result<Output, InferenceError> {
        do throws(InferenceError) {
            let answers = try plan.uncountedAnswers(to: try records(plan), k: k)
            return .success(
                Output(bytes: writer.piece(answers, isFirst: isFirst), observed: answers.compactMap(\.observed))
            )
        } catch {
            return .failure(error)
        }
    }

    private func records(_ plan: InvocationPlan) throws(InferenceError) -> ArraySlice<InvocationRecord> {
        switch content {
        case .records(let records): return records
        case .lines(let lines): return try plan.decoder.decode(lines, as: plan.requested).records[...]
        }
    }
}
