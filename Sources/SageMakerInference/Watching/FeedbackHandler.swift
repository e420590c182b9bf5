import HTTP
import JSON
import TextClassification

/// Answers `POST /feedback`.
struct FeedbackHandler: Sendable {
    let collector: FeedbackCollector

    /// Keeps the records of a request; the label that a caller does not tell is predicted anew.
    func respond(to request: HTTPRequest, model: ServedModel) throws(InferenceError) -> HTTPResponse {
        let format = try RequestFormat(contentType: request.headers["Content-Type"], body: request.body)
        let isLines = format.kind == .jsonLines
        let records = try FeedbackRecord.records(request.body, isLines: isLines, limits: collector.limits)
        let right = try collector.add(try withPredictions(records, model))
        let answer: JSONValue = [
            "accepted": .number(JSONNumber(records.count)), "right": .number(JSONNumber(right)),
        ]
        return HTTPResponse(status: .ok, headers: ["Content-Type": "application/json"], body: answer.serialized())
    }

    private func withPredictions(
        _ records: [FeedbackRecord],
        _ model: ServedModel
    ) throws(InferenceError) -> [(record: FeedbackRecord, predicted: String)] {
        let texts = records.filter { $0.predicted == nil }.map(\.text)
        let predictions = texts.isEmpty ? [] : model.classifier.predict(texts)
        guard predictions.count == texts.count else {
            throw InferenceError(.answerCount(found: predictions.count, expected: texts.count))
        }
        var rest = predictions.makeIterator()
        return records.map { record in
            let best = record.predicted == nil ? rest.next()?.mostProbable : nil
            return (record, record.predicted ?? best.map { model.labels[$0] } ?? "")
        }
    }
}
