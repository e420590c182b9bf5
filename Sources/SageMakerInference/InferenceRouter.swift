public import HTTP

/// Sends each request to its handler, and turns every error into an answer; knows no socket.
public struct InferenceRouter: HTTPResponder {
    private static let customAttributes = "X-Amzn-SageMaker-Custom-Attributes"

    private let ping: PingHandler
    private let invocations: InvocationHandler
    private let executionParameters: ExecutionParametersHandler

    /// Creates a router for the model in `slot`.
    ///
    /// - Parameters:
    ///   - slot: the place of the model, which may be filled later.
    ///   - environment: the settings of the container.
    ///   - workers: how many requests are classified at a time.
    ///   - limits: how much one request may ask for; without them those of real time or batch hold.
    public init(
        slot: ModelSlot,
        environment: InferenceEnvironment,
        workers: Int,
        limits: InvocationLimits? = nil
    ) {
        ping = PingHandler(slot: slot)
        invocations = InvocationHandler(slot: slot, environment: environment, limits: limits)
        executionParameters = ExecutionParametersHandler(environment: environment, workers: workers)
    }

    /// Everything but a prediction is immediate.
    public func isImmediate(method: HTTPMethod, path: String) -> Bool {
        path != "/invocations"
    }

    /// Answers a request; called on many threads at once.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        var response: HTTPResponse
        do {
            response = try route(request)
        } catch {
            response = error.response(accept: request.headers["Accept"])
        }
        if let attributes = echoedAttributes(request) { response.headers.append(Self.customAttributes, attributes) }
        return response
    }

    private func route(_ request: HTTPRequest) throws(InferenceError) -> HTTPResponse {
        switch request.path {
        case "/ping":
            return try ping.respond(to: request)
        case "/invocations":
            guard request.method == .post else { throw InferenceError(.methodNotAllowed(allowed: "POST")) }
            return try invocations.respond(to: request)
        case "/execution-parameters":
            guard request.method == .get || request.method == .head else {
                throw InferenceError(.methodNotAllowed(allowed: "GET, HEAD"))
            }
            return executionParameters.respond(to: request)
        default:
            throw InferenceError(.notFound)
        }
    }

    /// The caller's attributes, which come back only if the answer holds them; never a byte that could end a line.
    private func echoedAttributes(_ request: HTTPRequest) -> String? {
        guard request.path == "/invocations", let attributes = request.headers[Self.customAttributes] else {
            return nil
        }
        let bytes = attributes.utf8
        guard 1...InvocationLimits.customAttributeBytes ~= bytes.count else { return nil }
        return bytes.allSatisfy { (0x20...0x7E).contains($0) } ? attributes : nil
    }
}
