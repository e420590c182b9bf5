import HTTP

/// Answers the pages for people and the description of the paths for programs.
struct PagesHandler: Sendable {
    /// The paths that are offered only with pages.
    static let endpoints: [Endpoint] = [.page, .documentation, .openAPI]

    /// Lets the pages use what they carry themselves and ask this server, and nothing else.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private let description: [UInt8]

    /// Describes `endpoints` beside its own.
    init(endpoints: [Endpoint]) {
        description = Array(OpenAPIDocument(endpoints: endpoints + Self.endpoints).text.utf8)
    }

    /// The answer of a page; `nil` for other paths.
    func respond(_ endpoint: Endpoint) -> HTTPResponse? {
        switch endpoint {
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
