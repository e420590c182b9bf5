public import HTTP

extension InferenceRouter: HTTPStreamingResponder {
    /// The bodies of predictions are streamed where they have no limit, as a transform job may ask.
    public func isStreamed(method: HTTPMethod, path: String) -> Bool {
        invocations.environment.maximumBodyBytes == nil && method == .post
            && RequestTarget(path: path).endpoint.predicts
    }

    /// Answers to many records begin before all are classified.
    public func isAnsweredInPieces(_ request: HTTPRequest) -> Bool {
        request.body.count >= invocations.limits.sliceBytes && request.method == .post
            && RequestTarget(path: request.path).endpoint.predicts
    }

    /// Answers a request for predictions, whose body comes or whose answer goes in pieces.
    public func respond(to request: HTTPRequest, over exchange: any HTTPExchange) throws(HTTPError) {
        let start = metrics.uptime()
        let target = RequestTarget(path: request.path)
        var headers: HTTPHeaders = [:]
        if let attributes = echoedAttributes(request) { headers.append(Self.customAttributes, attributes) }
        var answer = StreamedAnswer(exchange, headers: headers)
        do {
            try predict(request, target, over: &answer)
        } catch {
            metrics.count(error)
            let response = error.response(accept: request.headers["Accept"])
            if answer.fault == nil, answer.status == nil { try? answer.send(response) }
            metrics.count(response.status, at: target.endpoint, since: start)
            if let fault = answer.fault { throw fault }
            // An answer that has begun can only be cut, so that the client sees that it is not whole.
            if answer.status != response.status { throw HTTPError(.connectionLost) }
            return
        }
        metrics.count(answer.status ?? .internalServerError, at: target.endpoint, since: start)
    }

    private func predict(
        _ request: HTTPRequest,
        _ target: RequestTarget,
        over answer: inout StreamedAnswer
    ) throws(InferenceError) {
        switch (target.endpoint, source) {
        case (.invocations, .single(let slot)):
            try predict(request, model: slot.model(), over: &answer)
        case (.modelInvocations, .several(let store)):
            let name = try ModelName(encoded: target.encodedName ?? "")
            try store.withModel(name) { (model) throws(InferenceError) in
                try predict(request, model: model, over: &answer)
            }
        default: throw InferenceError(.notFound)
        }
    }

    private func predict(
        _ request: HTTPRequest,
        model: ServedModel,
        over answer: inout StreamedAnswer
    ) throws(InferenceError) {
        let invocation = StreamedInvocation(handler: invocations, model: model)
        if request.body.isEmpty {
            try invocation.respond(toHead: request, over: &answer)
        } else {
            try invocation.respond(to: request, over: &answer)
        }
    }
}
