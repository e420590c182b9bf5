/// Answers requests and knows no socket; the server and the tests call it alike.
public protocol HTTPResponder: Sendable {
    /// Whether a request is cheap enough to be answered on the I/O thread, ahead of the queue of predictions.
    func isImmediate(method: HTTPMethod, path: String) -> Bool

    /// Whether an answer may take seconds, so that it must not hold a worker; such requests have a thread of their own.
    func isLengthy(method: HTTPMethod, path: String) -> Bool

    /// Answers a request; called on many threads at once.
    func respond(to request: HTTPRequest) -> HTTPResponse
}

extension HTTPResponder {
    /// No request is, unless a responder says so.
    public func isLengthy(method: HTTPMethod, path: String) -> Bool { false }
}
