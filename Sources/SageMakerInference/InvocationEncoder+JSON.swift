import JSON
import TextClassification

extension InvocationEncoder {
    /// About as many bytes as the usual answer to a record has.
    private static let bytesPerAnswer = 64

    func encodeJSON(_ answers: [RecordAnswer], shape: Invocation.Shape) -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve((answers.count + 1) * Self.bytesPerAnswer)
        // BlazingText answers by a bare array, whatever the request was.
        let shape = format.isBlazingText ? .array : shape
        if shape == .single, answers.count == 1 {
            write(answers[0], KeyLists(self, answers), to: &writer)
            return writer.bytes
        }
        if shape == .wrapped {
            writer.beginObject()
            writer.key("predictions")
        }
        writer.beginArray()
        let keys = KeyLists(self, answers)
        for answer in answers { write(answer, keys, to: &writer) }
        writer.endArray()
        if shape == .wrapped { writer.endObject() }
        return writer.bytes
    }

    func encodeJSONLines(_ answers: [RecordAnswer]) -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve((answers.count + 1) * Self.bytesPerAnswer)
        let keys = KeyLists(self, answers)
        for answer in answers {
            write(answer, keys, to: &writer)
            writer.newline()
        }
        return writer.bytes
    }

    private func write(_ answer: RecordAnswer, _ lists: KeyLists, to writer: inout JSONWriter) {
        writer.beginObject()
        switch answer.outcome {
        case .success(let prediction) where format.isBlazingText:
            let classes = prediction.topClasses(answer.k ?? 1)
            writer.key("label")
            writeLabels(classes, to: &writer)
            writer.key("prob")
            writeShares(classes, of: prediction.probabilities, to: &writer)
        case .success(let prediction):
            write(answer.k == nil ? lists.plain : lists.listing, of: answer, prediction, to: &writer)
        case .failure(let fault):
            writeEmptyAnswer(answer, to: &writer)
            writer.key("error")
            writer.string(fault.description)
        }
        if let explanation = answer.explanation {
            writer.key(Self.explanationKey)
            write(explanation, to: &writer)
        }
        writer.endObject()
    }

    private func write(
        _ list: AnswerKeys,
        of answer: RecordAnswer,
        _ prediction: Prediction,
        to writer: inout JSONWriter
    ) {
        for (index, key) in list.keys.enumerated() {
            if answer.decision != nil, writeDecision(key, of: answer, to: &writer) { continue }
            list.write(index, to: &writer)
            write(key, of: prediction, best: answer.best, k: answer.k, to: &writer)
        }
    }

    private func write(
        _ key: OutputKey,
        of prediction: Prediction,
        best: Int?,
        k: Int?,
        to writer: inout JSONWriter
    ) {
        switch key {
        case .label, .predictedLabel: labels.write(best ?? -1, to: &writer)
        case .score, .probability: writer.float(best.map { prediction.probabilities[$0] } ?? 0)
        case .rawScore: writer.float(best.map { prediction.votes[$0] } ?? 0)
        case .rawScores: writeShares(prediction.listedClasses(k), of: prediction.votes, to: &writer)
        case .labels: writeLabels(prediction.listedClasses(k), to: &writer)
        case .scores: writeShares(prediction.listedClasses(k), of: prediction.probabilities, to: &writer)
        case .probabilities: writeShares(prediction.listedClasses(nil), of: prediction.probabilities, to: &writer)
        case .terms: writer.int(prediction.terms)
        case .knownTerms: writer.int(prediction.knownTerms)
        case .isAutomatic, .idTemplate, .reason: writer.null()
        case .error: break
        }
    }

    /// The same keys as any answer, without content.
    private func writeEmptyAnswer(_ answer: RecordAnswer, to writer: inout JSONWriter) {
        if format.isBlazingText {
            writer.key("label")
            writeLabels([], to: &writer)
            writer.key("prob")
            writeLabels([], to: &writer)
            return
        }
        for key in keys(listing: nil, usual: usualKeys) where key != .error {
            if writeDecision(key, of: answer, to: &writer) { continue }
            writer.key(key.rawValue)
            switch key {
            case .label, .predictedLabel: writer.string("")
            case .labels, .scores, .rawScores, .probabilities: writeLabels([], to: &writer)
            case .score, .rawScore, .probability, .terms, .knownTerms, .isAutomatic, .idTemplate, .reason, .error:
                writer.null()
            }
        }
    }

    func writeLabels(_ classes: [Int], to writer: inout JSONWriter) {
        writer.beginArray()
        for index in classes { labels.write(index, to: &writer) }
        writer.endArray()
    }

    func writeShares(_ classes: [Int], of shares: [Float], to writer: inout JSONWriter) {
        writer.beginArray()
        for index in classes { writer.float(shares[index]) }
        writer.endArray()
    }
}

/// The keys of answers that list classes and of those that do not, made once for many answers.
private struct KeyLists {
    let plain: AnswerKeys
    let listing: AnswerKeys

    init(_ encoder: InvocationEncoder, _ answers: [RecordAnswer]) {
        plain = encoder.answerKeys(listing: nil)
        let k = answers.lazy.compactMap(\.k).first
        listing = k == nil ? plain : encoder.answerKeys(listing: k)
    }
}
