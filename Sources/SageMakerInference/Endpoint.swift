import HTTP

/// The paths that the router knows.
enum Endpoint: Int, CaseIterable, Sendable {
    case invocations, ping, executionParameters, metrics
    case models, model, modelInvocations
    case drift, feedback
    case page, documentation, openAPI
    /// Any other path.
    case unknown

    /// The path, with the name of a model as `{name}`.
    var template: String {
        switch self {
        case .invocations: "/invocations"
        case .ping: "/ping"
        case .executionParameters: "/execution-parameters"
        case .metrics: "/metrics"
        case .models: "/models"
        case .model: "/models/{name}"
        case .modelInvocations: "/models/{name}/invoke"
        case .drift: "/drift"
        case .feedback: "/feedback"
        case .page: "/"
        case .documentation: "/docs"
        case .openAPI: "/openapi.json"
        case .unknown: "other"
        }
    }

    /// Whether requests are answered by predictions, and so wait for a worker.
    var predicts: Bool { self == .invocations || self == .modelInvocations }

    /// The methods that are answered; AWS's guide names both GET and POST for `/ping`, so any method may ask there.
    var methods: [HTTPMethod]? {
        switch self {
        case .ping, .unknown: nil
        case .invocations, .modelInvocations, .feedback: [.post]
        case .models: [.get, .head, .post]
        case .model: [.get, .head, .delete]
        case .executionParameters, .metrics, .drift, .page, .documentation, .openAPI: [.get, .head]
        }
    }
}

/// What a path points at.
struct RequestTarget: Sendable, Equatable {
    let endpoint: Endpoint
    /// The name of a model as it stands in the path, still percent-encoded.
    let encodedName: Substring?

    private static let modelPrefix = "/models/"
    private static let invokeSuffix = "/invoke"

    init(path: String) {
        switch path {
        case "/invocations": self.init(.invocations)
        case "/ping": self.init(.ping)
        case "/metrics": self.init(.metrics)
        case "/execution-parameters": self.init(.executionParameters)
        case "/drift": self.init(.drift)
        case "/feedback": self.init(.feedback)
        case "/models": self.init(.models)
        case "/": self.init(.page)
        case "/docs": self.init(.documentation)
        case "/openapi.json": self.init(.openAPI)
        default: self.init(modelPath: path)
        }
    }

    private init(_ endpoint: Endpoint, _ encodedName: Substring? = nil) {
        self.endpoint = endpoint
        self.encodedName = encodedName
    }

    private init(modelPath path: String) {
        guard path.hasPrefix(Self.modelPrefix) else {
            self.init(.unknown)
            return
        }
        let rest = path.dropFirst(Self.modelPrefix.count)
        let (endpoint, name): (Endpoint, Substring) =
            rest.hasSuffix(Self.invokeSuffix)
            ? (.modelInvocations, rest.dropLast(Self.invokeSuffix.count)) : (.model, rest)
        self.init(name.isEmpty || name.contains("/") ? .unknown : endpoint, name)
    }
}
