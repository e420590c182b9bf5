/// A request method (RFC 9110 section 9).
public struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    public var rawValue: String

    /// Creates a method from its name, which is case-sensitive.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let get = HTTPMethod(rawValue: "GET")
    public static let head = HTTPMethod(rawValue: "HEAD")
    public static let post = HTTPMethod(rawValue: "POST")
    public static let delete = HTTPMethod(rawValue: "DELETE")
    public static let options = HTTPMethod(rawValue: "OPTIONS")
}

/// A whole request with its body decoded from the transfer coding.
public struct HTTPRequest: Sendable {
    public var method: HTTPMethod
    /// The path of the request target, still percent-encoded, without the query.
    public var path: String
    /// The query, still percent-encoded, without the question mark.
    public var query: String?
    public var headers: HTTPHeaders
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
