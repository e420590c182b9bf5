import HTTP

/// Answers the pages for people and the description of the paths for programs.
struct PagesHandler: Sendable {
    /// The paths that are offered only with pages.
    let endpoints: [Endpoint]

    /// Lets the pages use what they carry themselves and ask this server, and nothing else.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private let description: [UInt8]

    /// Describes `others`, the paths for programs, beside its own; the page to try a message asks `/invocations`.
    init(beside others: [Endpoint]) {
        endpoints = (others.contains(.invocations) ? [.page] : []) + [.documentation, .openAPI]
        description = Array(OpenAPIDocument(endpoints: others + endpoints).text.utf8)
    }

    /// The answer of a page; `nil` for other paths.
    func respond(_ endpoint: Endpoint) -> HTTPResponse? {
        guard endpoints.contains(endpoint) else { return nil }
        return switch endpoint {
        case .page: html(Page.trial)
        case .documentation: html(Page.documentation)
        case .openAPI: HTTPResponse(status: .ok, headers: ["Content-Type": "application/json"], body: description)
        default: nil
        }
    }

    private func html(_ text: String) -> HTTPResponse {
        let headers: HTTPHeaders = [
            "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": Self.policy,
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        ]
        return HTTPResponse(status: .ok, headers: headers, body: Array(text.utf8))
    }
}
