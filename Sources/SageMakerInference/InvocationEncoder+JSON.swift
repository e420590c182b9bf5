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
            writeProbabilities(classes, of: prediction, to: &writer)
        case .success(let prediction):
            for key in keys(listing: answer.k, usual: [.label, .score]) {
                write(key, of: prediction, k: answer.k, to: &writer)
            }
        case .failure(let fault):
            writeEmptyAnswer(to: &writer)
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
        case .labels: writeLabels(prediction.listedClasses(k), to: &writer)
        case .scores: writeProbabilities(prediction.listedClasses(k), of: prediction, to: &writer)
        case .probabilities: writeProbabilities(prediction.listedClasses(nil), of: prediction, to: &writer)
        case .terms: writer.int(prediction.terms)
        case .knownTerms: writer.int(prediction.knownTerms)
        case .error: break
        }
    }

    /// The same keys as any answer, without content.
    private func writeEmptyAnswer(to writer: inout JSONWriter) {
        if format.isBlazingText {
            writer.key("label")
            writeLabels([], to: &writer)
            writer.key("prob")
            writeLabels([], to: &writer)
            return
        }
        for key in keys(listing: nil, usual: [.label, .score]) where key != .error {
            writer.key(key.rawValue)
            switch key {
            case .label, .predictedLabel: writer.string("")
            case .labels, .scores, .probabilities: writeLabels([], to: &writer)
            case .score, .probability, .terms, .knownTerms, .error: writer.null()
            }
        }
    }

    func writeLabels(_ classes: [Int], to writer: inout JSONWriter) {
        writer.beginArray()
        for index in classes { writer.string(label(index)) }
        writer.endArray()
    }

    func writeProbabilities(_ classes: [Int], of prediction: Prediction, to writer: inout JSONWriter) {
        writer.beginArray()
        for index in classes { writer.float(prediction.probabilities[index]) }
        writer.endArray()
    }
}
