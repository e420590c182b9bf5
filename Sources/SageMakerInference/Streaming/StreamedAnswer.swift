import HTTP

/// The way of one answer to the client, with what is known of it.
struct StreamedAnswer {
    private let exchange: any HTTPExchange
    /// Fields of every answer to this request.
    private let headers: HTTPHeaders
    /// The status, once the answer has begun.
    private(set) var status: HTTPStatus?
    /// What made the connection useless.
    private(set) var fault: HTTPError?

    init(_ exchange: any HTTPExchange, headers: HTTPHeaders) {
        self.exchange = exchange
        self.headers = headers
    }

    /// The next piece of the body; nil at its end.
    mutating func read() throws(InferenceError) -> [UInt8]? {
        do {
            return try exchange.read()
        } catch {
            throw connectionFailed(error)
        }
    }

    /// Begins an answer of a format, whose pieces follow.
    mutating func begin(_ format: AnswerFormat) throws(InferenceError) {
        try send(HTTPResponse(status: .ok, headers: ["Content-Type": format.contentType]))
    }

    /// Sends an answer, or its beginning.
    mutating func send(_ response: HTTPResponse) throws(InferenceError) {
        var response = response
        for field in headers.fields { response.headers.append(field.name, field.value) }
        status = response.status
        do {
            try exchange.begin(response)
        } catch {
            throw connectionFailed(error)
        }
    }

    /// Sends a piece.
    mutating func write(_ bytes: [UInt8]) throws(InferenceError) {
        guard !bytes.isEmpty else { return }
        do {
            try exchange.write(bytes)
        } catch {
            throw connectionFailed(error)
        }
    }

    private mutating func connectionFailed(_ error: HTTPError) -> InferenceError {
        fault = error
        return InferenceError(.connectionFailed)
    }
}
