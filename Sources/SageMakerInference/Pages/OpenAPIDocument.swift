/// The OpenAPI 3.1 description of the paths that a server offers.
///
/// Source: https://spec.openapis.org/oas/v3.1.0
struct OpenAPIDocument {
    let endpoints: [Endpoint]

    /// The document as JSON.
    var text: String {
        let paths = endpoints.compactMap { endpoint in
            Self.pathItem(endpoint).map { "\"\(endpoint.template)\": \($0)" }
        }
        return """
            {
            "openapi": "3.1.0",
            "info": {
              "title": "Carteiro",
              "version": "1",
              "summary": "Classifies customer messages.",
              "description": "Classifies customer messages in the way of a SageMaker container.",
              "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}
            },
            "servers": [{"url": "/"}],
            "paths": {
            \(paths.joined(separator: ",\n"))
            },
            "components": \(Self.components)
            }

            """
    }

    private static func pathItem(_ endpoint: Endpoint) -> String? {
        switch endpoint {
        case .invocations: invocations
        case .ping: ping
        case .executionParameters: executionParameters
        case .metrics: metrics
        case .drift: drift
        case .feedback: feedback
        case .models: models
        case .model: model
        case .modelInvocations: modelInvocations
        case .page: page("page", "The page to try a message.", type: "text/html")
        case .documentation: page("documentation", "This description as a page.", type: "text/html")
        case .openAPI: page("openAPI", "This description.", type: "application/json")
        case .unknown: nil
        }
    }

    /// What the server itself may answer on any path, before the request reaches a handler.
    static let serverErrors = errors([400, 405, 408, 413, 414, 417, 431, 501, 503, 505])

    /// References to the described errors, for the responses of an operation.
    static func errors(_ statuses: [Int]) -> String {
        statuses.map { "\"\($0)\": {\"$ref\": \"#/components/responses/Error\($0)\"}" }.joined(separator: ", ")
    }
}
