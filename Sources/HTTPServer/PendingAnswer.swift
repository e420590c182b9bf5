internal import HTTP

/// A request with the connection that waits for its answer.
struct PendingAnswer: Sendable {
    var connection: Connection
    var request: HTTPRequest
    /// Whether the body is taken while it arrives; the request has none then.
    var isStreamed = false
}
