public import HTTP
import TextClassification

/// Answers `POST /invocations`: decodes, classifies, encodes.
public struct InvocationHandler: Sendable {
    /// The names by which the query may say how many classes to list.
    private static let topKNames = ["top_k", "k"]

    let slot: ModelSlot
    let environment: InferenceEnvironment
    let limits: InvocationLimits

    /// Creates a handler for the model in `slot`; without `limits` those of real time or batch hold.
    public init(slot: ModelSlot, environment: InferenceEnvironment, limits: InvocationLimits? = nil) {
        self.slot = slot
        self.environment = environment
        self.limits = limits ?? InvocationLimits(isBatch: environment.isBatch)
    }

    /// Answers a request.
    ///
    /// In real time a record that cannot be used fails the request, so that the caller learns of it; in batch it gets
    /// an answer with an empty label and an error, because one failed request would cost the whole file.
    public func respond(to request: HTTPRequest) throws(InferenceError) -> HTTPResponse {
        let model = try slot.model()
        // An empty mini-batch has no records, so it has no answers either.
        if environment.isBatch, request.body.isEmpty { return HTTPResponse(status: .noContent) }
        let contentType = request.headers["Content-Type"]
        let requested = try RequestFormat(contentType: contentType, body: request.body)
        let negotiation = AnswerNegotiation(environment: environment.defaultAccept, request: requested.kind)
        let format = try negotiation.format(for: request.headers["Accept"])
        let queried = try topK(request.query)
        let decoder = InvocationDecoder(fields: model.textFields, isBatch: environment.isBatch, limits: limits)
        let invocation = try decoder.decode(request.body, as: requested)
        let answers = try answers(to: invocation, k: queried ?? invocation.k ?? model.defaultTopK, model)
        let encoder = InvocationEncoder(
            labels: model.labels,
            format: format,
            keys: environment.outputKeys,
            isBatch: environment.isBatch,
            endsLastLine: environment.endsLastLine
        )
        return HTTPResponse(
            status: .ok,
            headers: ["Content-Type": format.contentType],
            body: encoder.encode(answers, shape: invocation.shape)
        )
    }

    private func answers(
        to invocation: Invocation,
        k: Int?,
        _ model: ServedModel
    ) throws(InferenceError) -> [RecordAnswer] {
        if !environment.isBatch, let (index, fault) = invocation.firstFault {
            throw InferenceError(.unusableRecord(index: index, fault))
        }
        let texts = invocation.records.compactMap { try? $0.text.get() }
        let predictions = texts.isEmpty ? [] : model.classifier.predict(texts)
        guard predictions.count == texts.count else {
            throw InferenceError(.answerCount(found: predictions.count, expected: texts.count))
        }
        var rest = predictions.makeIterator()
        return invocation.records.map { record in
            RecordAnswer(
                record.text.flatMap { _ in rest.next().map(Result.success) ?? .failure(.blankLine) },
                k: record.k ?? k
            )
        }
    }

    private func topK(_ query: String?) throws(InferenceError) -> Int? {
        guard let query, !query.isEmpty else { return nil }
        let parameters = QueryParameters(query)
        for name in Self.topKNames {
            guard let text = parameters[name] else { continue }
            guard let k = Int(text), k > 0 else { throw InferenceError(.invalidTopK(name: name)) }
            return k
        }
        return nil
    }
}
