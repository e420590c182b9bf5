import HTTP

/// Answers a request for predictions: decodes, classifies, encodes.
struct InvocationHandler: Sendable {
    let environment: InferenceEnvironment
    let limits: InvocationLimits

    /// Creates a handler; without `limits` those of real time or batch hold.
    init(environment: InferenceEnvironment, limits: InvocationLimits? = nil) {
        self.environment = environment
        self.limits = limits ?? InvocationLimits(isBatch: environment.isBatch)
    }

    /// Answers a request by `model`.
    ///
    /// In real time a record that cannot be used fails the request, so that the caller learns of it; in batch it gets
    /// an answer with an empty label and an error, because one failed request would cost the whole file.
    func respond(to request: HTTPRequest, model: ServedModel) throws(InferenceError) -> HTTPResponse {
        // An empty mini-batch has no records, so it has no answers either.
        if environment.isBatch, request.body.isEmpty { return HTTPResponse(status: .noContent) }
        let plan = try InvocationPlan(for: request, model: model, environment: environment, limits: limits)
        let invocation = try plan.decoder.decode(request.body, as: plan.requested)
        if !environment.isBatch, let (index, fault) = invocation.firstFault {
            throw InferenceError(.unusableRecord(index: index, fault))
        }
        let answers = try plan.answers(to: invocation.records, k: plan.topK(of: invocation))
        return HTTPResponse(
            status: .ok,
            headers: ["Content-Type": plan.format.contentType],
            body: plan.encoder.encode(answers, shape: invocation.shape)
        )
    }
}
