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
            write(answers[0], to: &writer)
            return writer.bytes
        }
        if shape == .wrapped {
            writer.beginObject()
            writer.key("predictions")
        }
        writer.beginArray()
        for answer in answers { write(answer, to: &writer) }
        writer.endArray()
        if shape == .wrapped { writer.endObject() }
        return writer.bytes
    }

    func encodeJSONLines(_ answers: [RecordAnswer]) -> [UInt8] {
        var writer = JSONWriter()
        writer.reserve((answers.count + 1) * Self.bytesPerAnswer)
        for answer in answers {
            write(answer, to: &writer)
            writer.newline()
        }
        return writer.bytes
    }

    private func write(_ answer: RecordAnswer, to writer: inout JSONWriter) {
        writer.beginObject()
        switch answer.outcome {
        case .success(let prediction) where format.isBlazingText:
            let classes = prediction.topClasses(answer.k ?? 1)
            writer.key("label")
            writeLabels(classes, to: &writer)
            writer.key("prob")
            writeShares(classes, of: prediction.probabilities, to: &writer)
        case .success(let prediction):
            for key in keys(listing: answer.k, usual: usualKeys) where !writeDecision(key, of: answer, to: &writer) {
                write(key, of: prediction, k: answer.k, to: &writer)
            }
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

    private func write(_ key: OutputKey, of prediction: Prediction, k: Int?, to writer: inout JSONWriter) {
        if key == .error { return }
        writer.key(key.rawValue)
        switch key {
        case .label, .predictedLabel: writer.string(prediction.mostProbable.map(label) ?? "")
        case .score, .probability: writer.float(prediction.mostProbable.map { prediction.probabilities[$0] } ?? 0)
        case .rawScore: writer.float(prediction.mostProbable.map { prediction.votes[$0] } ?? 0)
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
        for index in classes { writer.string(label(index)) }
        writer.endArray()
    }

    func writeShares(_ classes: [Int], of shares: [Float], to writer: inout JSONWriter) {
        writer.beginArray()
        for index in classes { writer.float(shares[index]) }
        writer.endArray()
    }
}
