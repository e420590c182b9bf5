/// An answer with its whole body.
public struct HTTPResponse: Sendable, Equatable {
    /// The status code.
    public var status: HTTPStatus
    /// Without Content-Length, which the encoder adds.
    public var headers: HTTPHeaders
    /// The content, empty when there is none.
    public var body: [UInt8]

    /// Creates an answer from its parts.
    public init(status: HTTPStatus, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
