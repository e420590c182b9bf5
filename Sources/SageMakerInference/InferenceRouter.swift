public import HTTP

/// Sends each request to its handler, and turns every error into an answer; knows no socket.
public struct InferenceRouter: HTTPResponder {
    static let customAttributes = "X-Amzn-SageMaker-Custom-Attributes"

    let source: ModelSource
    let metrics: ServingMetrics
    let invocations: InvocationHandler
    private let executionParameters: ExecutionParametersHandler
    private let pages: PagesHandler?
    private let feedback: FeedbackCollector?

    /// Creates a router for the one model in `slot`.
    ///
    /// - Parameters:
    ///   - slot: the place of the model, which may be filled later.
    ///   - environment: the settings of the container.
    ///   - workers: how many requests are classified at a time.
    ///   - metrics: where answers are counted.
    ///   - showsPages: whether the pages for people are offered.
    ///   - limits: how much one request may ask for; without them those of real time or batch hold.
    ///   - feedback: where people's judgements go; without it none are taken.
    public init(
        slot: ModelSlot,
        environment: InferenceEnvironment,
        workers: Int,
        metrics: ServingMetrics,
        showsPages: Bool = false,
        limits: InvocationLimits? = nil,
        feedback: FeedbackCollector? = nil
    ) {
        self.init(
            ModelSource.single(slot),
            environment,
            workers: workers,
            metrics: metrics,
            showsPages: showsPages,
            limits: limits,
            feedback: feedback
        )
    }

    /// Creates a router for the models in `store`, which requests load and unload.
    public init(
        store: ModelStore,
        environment: InferenceEnvironment,
        workers: Int,
        metrics: ServingMetrics,
        showsPages: Bool = false,
        limits: InvocationLimits? = nil
    ) {
        let source = ModelSource.several(store)
        self.init(source, environment, workers: workers, metrics: metrics, showsPages: showsPages, limits: limits)
    }

    private init(
        _ source: ModelSource,
        _ environment: InferenceEnvironment,
        workers: Int,
        metrics: ServingMetrics,
        showsPages: Bool,
        limits: InvocationLimits?,
        feedback: FeedbackCollector? = nil
    ) {
        self.source = source
        self.feedback = feedback
        self.metrics = metrics
        invocations = InvocationHandler(environment: environment, threads: workers, limits: limits)
        executionParameters = ExecutionParametersHandler(environment: environment, workers: workers)
        pages = showsPages ? PagesHandler(beside: Self.endpoints(source, takesFeedback: feedback != nil)) : nil
    }

    /// Everything but predictions, feedback, which may need them, and the loading of models is immediate.
    public func isImmediate(method: HTTPMethod, path: String) -> Bool {
        let endpoint = RequestTarget(path: path).endpoint
        return !endpoint.predicts && endpoint != .feedback && !Self.movesModels(endpoint, method)
    }

    /// Loading a model reads all of it, and unloading one waits for the requests that use it.
    public func isLengthy(method: HTTPMethod, path: String) -> Bool {
        Self.movesModels(RequestTarget(path: path).endpoint, method)
    }

    /// Answers a request; called on many threads at once.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        let start = metrics.uptime()
        let target = RequestTarget(path: request.path)
        var response: HTTPResponse
        do {
            response = try route(request, target)
        } catch {
            metrics.count(error)
            response = error.response(accept: request.headers["Accept"])
        }
        metrics.count(response.status, at: target.endpoint, since: start)
        if target.endpoint.predicts, let attributes = echoedAttributes(request) {
            response.headers.append(Self.customAttributes, attributes)
        }
        return response
    }

    private func route(_ request: HTTPRequest, _ target: RequestTarget) throws(InferenceError) -> HTTPResponse {
        if let methods = target.endpoint.methods, isOffered(target.endpoint), !methods.contains(request.method) {
            throw InferenceError(.methodNotAllowed(allowed: methods.map(\.rawValue).joined(separator: ", ")))
        }
        switch (target.endpoint, source) {
        case (.invocations, .single(let slot)):
            return try invocations.respond(to: request, model: slot.model())
        case (.ping, .single(let slot)):
            _ = try slot.model()
            return HTTPResponse(status: .ok)
        case (.ping, .several):
            return HTTPResponse(status: .ok)
        case (.executionParameters, _):
            return executionParameters.respond(to: request)
        case (.metrics, _):
            return MetricsHandler(metrics: metrics, models: source, feedback: feedback).respond()
        case (.drift, _):
            return DriftHandler(models: source, feedback: feedback).respond()
        case (.feedback, .single(let slot)):
            guard let feedback else { throw InferenceError(.notFound) }
            return try FeedbackHandler(collector: feedback).respond(to: request, model: slot.model())
        case (.models, .several(let store)), (.model, .several(let store)), (.modelInvocations, .several(let store)):
            return try route(request, target, store)
        default:
            guard let page = pages?.respond(target.endpoint) else { throw InferenceError(.notFound) }
            return page
        }
    }

    private func route(
        _ request: HTTPRequest,
        _ target: RequestTarget,
        _ store: ModelStore
    ) throws(InferenceError) -> HTTPResponse {
        let handler = ModelsHandler(store: store)
        guard let encoded = target.encodedName else {
            return request.method == .post ? try handler.load(request) : try handler.list(request)
        }
        let name = try ModelName(encoded: encoded)
        guard target.endpoint == .modelInvocations else {
            return request.method == .delete ? try handler.unload(name) : try handler.describe(name)
        }
        return try store.withModel(name) { (model) throws(InferenceError) in
            try invocations.respond(to: request, model: model)
        }
    }

    private func isOffered(_ endpoint: Endpoint) -> Bool {
        Self.endpoints(source, takesFeedback: feedback != nil).contains(endpoint)
            || pages?.endpoints.contains(endpoint) == true
    }

    /// The paths for programs.
    static func endpoints(_ source: ModelSource, takesFeedback: Bool) -> [Endpoint] {
        switch source {
        case .single:
            [.ping, .invocations, .executionParameters, .metrics, .drift] + (takesFeedback ? [.feedback] : [])
        case .several: [.ping, .models, .model, .modelInvocations, .executionParameters, .metrics, .drift]
        }
    }

    private static func movesModels(_ endpoint: Endpoint, _ method: HTTPMethod) -> Bool {
        switch endpoint {
        case .models: method == .post
        case .model: method == .delete
        default: false
        }
    }

    /// The caller's attributes, which come back only if the answer holds them; never a byte that could end a line.
    func echoedAttributes(_ request: HTTPRequest) -> String? {
        guard let attributes = request.headers[Self.customAttributes] else { return nil }
        let bytes = attributes.utf8
        guard 1...InvocationLimits.customAttributeBytes ~= bytes.count else { return nil }
        return bytes.allSatisfy { (0x20...0x7E).contains($0) } ? attributes : nil
    }
}
