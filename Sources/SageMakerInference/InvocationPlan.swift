import AutomaticReplies
import HTTP
import TextClassification

/// How a request is to be read and answered, decided before its records are.
struct InvocationPlan: Sendable {
    /// The names by which the query may say how many classes to list.
    private static let topKNames = ["top_k", "k"]

    let model: ServedModel
    let requested: RequestFormat
    let format: AnswerFormat
    let decoder: InvocationDecoder
    let encoder: InvocationEncoder
    /// How many classes the query asks for.
    private let k: Int?
    /// How many terms for and against its label explain each answer; `nil` for no explanations.
    private let explainingTerms: Int?

    /// Decides from the head of `request` and, where it names no type, from the first bytes of its body.
    init(
        for request: HTTPRequest,
        model: ServedModel,
        environment: InferenceEnvironment,
        limits: InvocationLimits
    ) throws(InferenceError) {
        self.model = model
        requested = try RequestFormat(contentType: request.headers["Content-Type"], body: request.body)
        let negotiation = AnswerNegotiation(environment: environment.defaultAccept, request: requested.kind)
        format = try negotiation.format(for: request.headers["Accept"])
        k = try Self.topK(request.query)
        decoder = InvocationDecoder(fields: model.textFields, isBatch: environment.isBatch, limits: limits)
            .keeping(model.replies?.fields ?? [])
        // A label a line has no room for an explanation.
        explainingTerms = format.kind == .plainText ? nil : try ExplanationRequest.terms(request)
        var encoder = InvocationEncoder(
            labels: model.answerLabels,
            format: format,
            keys: environment.outputKeys,
            isBatch: environment.isBatch,
            showsDecisions: model.replies != nil,
            endsLastLine: environment.endsLastLine
        )
        encoder.explains = explainingTerms != nil
        self.encoder = encoder
    }

    /// How many classes each answer to `invocation` lists.
    func topK(of invocation: Invocation) -> Int? {
        k ?? invocation.k ?? model.defaultTopK
    }

    /// Classifies records and counts the answers; one without a text has its fault for an answer.
    func answers(to records: some Collection<InvocationRecord>, k: Int?) throws(InferenceError) -> [RecordAnswer] {
        let answers = try uncountedAnswers(to: records, k: k)
        model.metrics.count(answers.compactMap(\.observed))
        return answers
    }

    /// Classifies records for a caller who counts the answers, since the drift window knows their order.
    func uncountedAnswers(
        to records: some Collection<InvocationRecord>,
        k: Int?
    ) throws(InferenceError) -> [RecordAnswer] {
        let texts = records.compactMap { try? $0.text.get() }
        let predictions = texts.isEmpty ? [] : model.classifier.predict(texts)
        guard predictions.count == texts.count else {
            throw InferenceError(.answerCount(found: predictions.count, expected: texts.count))
        }
        let explanations = explanations(of: texts, predictions)
        var answers: [RecordAnswer] = []
        answers.reserveCapacity(records.count)
        var index = 0
        for record in records {
            switch record.text {
            case .success:
                let explanation = index < explanations.count ? explanations[index] : nil
                answers.append(answer(to: record, .success(predictions[index]), k: k, explanation))
                index += 1
            case .failure(let fault):
                answers.append(answer(to: record, .failure(fault), k: k))
            }
        }
        return answers
    }

    private func answer(
        to record: InvocationRecord,
        _ outcome: Result<Prediction, RecordFault>,
        k: Int?,
        _ explanation: Explanation? = nil
    ) -> RecordAnswer {
        let decision = model.replies == nil ? nil : model.decision(on: record, outcome)
        return RecordAnswer(outcome, k: record.k ?? k, decision: decision, explanation: explanation)
    }

    /// Why each text has its label; none when that is not wanted.
    private func explanations(of texts: [String], _ predictions: [Prediction]) -> [Explanation] {
        guard let explainingTerms, !texts.isEmpty else { return [] }
        let classes = predictions.map { $0.mostProbable ?? 0 }
        return model.classifier.explain(texts, classes: classes, terms: explainingTerms)
    }

    private static func topK(_ query: String?) throws(InferenceError) -> Int? {
        guard let query, !query.isEmpty else { return nil }
        let parameters = QueryParameters(query)
        for name in topKNames {
            guard let text = parameters[name] else { continue }
            guard let k = Int(text), k > 0 else { throw InferenceError(.invalidTopK(name: name)) }
            return k
        }
        return nil
    }
}
