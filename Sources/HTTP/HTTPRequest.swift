/// A whole request with its body decoded from the transfer coding.
public struct HTTPRequest: Sendable {
    /// The method.
    public var method: HTTPMethod
    /// The path of the request target, still percent-encoded, without the query.
    public var path: String
    /// The query, still percent-encoded, without the question mark.
    public var query: String?
    /// The field lines.
    public var headers: HTTPHeaders
    /// The content, empty when there is none.
    public var body: [UInt8]

    /// Creates a request from its parts.
    public init(
        method: HTTPMethod,
        path: String,
        query: String? = nil,
        headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}
