/// A responder that can answer while the body of a request is still on its way, so that its size has no limit.
public protocol HTTPStreamingResponder: HTTPResponder {
    /// Whether the body of a request is handed over piece by piece; limits of the body then don't hold.
    func isStreamed(method: HTTPMethod, path: String) -> Bool

    /// Whether the answer to a request that has come whole is written piece by piece; decided on a worker thread.
    ///
    /// A client that is slow to read such an answer holds no worker: what it has not read waits in memory.
    func isAnsweredInPieces(_ request: HTTPRequest) -> Bool

    /// Reads the body and writes the answer through `exchange`; on a worker thread, which waits with it.
    ///
    /// The body of a streamed request is not in `request` but comes through `exchange`. When this returns or throws before an answer was begun, the client gets 500.
    func respond(to request: HTTPRequest, over exchange: any HTTPExchange) throws(HTTPError)
}

extension HTTPStreamingResponder {
    /// No answer is, unless a responder says so.
    public func isAnsweredInPieces(_ request: HTTPRequest) -> Bool { false }
}

/// One streamed request and its answer; for the thread that answers only.
///
/// Whether an answer may begin before the end of the body is a matter of the client. One that sends its whole body
/// before it reads blocks when the answer is long, and nginx (1.22, measured) passes no more of a body on once it has
/// the head of the answer; both end in a time-out. Direct clients such as Go's or curl do both at once. So behind nginx
/// read to the end first, and keep what is to be written short or in a file until then.
public protocol HTTPExchange {
    /// The next piece of the body, never empty; nil at its end. Waits for the client.
    func read() throws(HTTPError) -> [UInt8]?

    /// Sends status and fields, and the body of `response` as the first piece. Once only.
    func begin(_ response: HTTPResponse) throws(HTTPError)

    /// Sends a further piece of the answer. Waits while the client is slow to read.
    func write(_ bytes: [UInt8]) throws(HTTPError)
}
