import HTTP

/// Answers a request for predictions: decodes, classifies, encodes.
struct InvocationHandler: Sendable {
    let environment: InferenceEnvironment
    let limits: InvocationLimits
    /// The threads that large requests share.
    let threads: ThreadBudget

    /// Creates a handler that answers on `threads` threads; without `limits` those of real time or batch hold.
    init(environment: InferenceEnvironment, threads: Int, limits: InvocationLimits? = nil) {
        self.environment = environment
        self.threads = ThreadBudget(threads: threads)
        self.limits = limits ?? InvocationLimits(isBatch: environment.isBatch)
    }

    /// Answers a request by `model`.
    ///
    /// In real time a record that cannot be used fails the request, so that the caller learns of it; in batch it gets
    /// an answer with an empty label and an error, because one failed request would cost the whole file.
    func respond(to request: HTTPRequest, model: ServedModel) throws(InferenceError) -> HTTPResponse {
        // An empty mini-batch has no records, so it has no answers either.
        if environment.isBatch, request.body.isEmpty { return HTTPResponse(status: .noContent) }
        let (plan, invocation) = try decode(request, model: model)
        return try respond(to: invocation, plan)
    }

    func plan(_ request: HTTPRequest, model: ServedModel) throws(InferenceError) -> InvocationPlan {
        try InvocationPlan(for: request, model: model, environment: environment, limits: limits)
    }

    /// Reads the records of a whole request.
    func decode(
        _ request: HTTPRequest,
        model: ServedModel
    ) throws(InferenceError) -> (plan: InvocationPlan, invocation: Invocation) {
        let plan = try plan(request, model: model)
        let invocation = try plan.decoder.decode(request.body, as: plan.requested)
        try requireUsable(invocation)
        return (plan, invocation)
    }

    /// Refuses an invocation of real time with a record that cannot be used.
    func requireUsable(_ invocation: Invocation) throws(InferenceError) {
        guard !environment.isBatch, let (index, fault) = invocation.firstFault else { return }
        throw InferenceError(.unusableRecord(index: index, fault))
    }

    /// Classifies the records and writes the answer as a whole.
    func respond(to invocation: Invocation, _ plan: InvocationPlan) throws(InferenceError) -> HTTPResponse {
        let answers = try plan.answers(to: invocation.records, k: plan.topK(of: invocation))
        return HTTPResponse(
            status: .ok,
            headers: ["Content-Type": plan.format.contentType],
            body: plan.encoder.encode(answers, shape: invocation.shape)
        )
    }
}
