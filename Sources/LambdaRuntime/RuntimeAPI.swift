internal import HTTP
internal import HTTPClient
internal import LambdaEvents

/// The service inside a Lambda sandbox that hands out invocations and takes their answers.
///
/// Source: AWS, "Using the Lambda runtime API for custom runtimes". One thread uses it, over one kept connection. The
/// deadline and the trace of an invocation are not read: a prediction is over long before, and asks nobody else.
struct RuntimeAPI: Sendable {
    /// An invocation that must be answered.
    struct Invocation: Sendable {
        /// The part of the answer's path that names the invocation.
        let requestID: String
        let event: [UInt8]
    }

    private static let version = "/2018-06-01/runtime"
    private static let requestIDField = "Lambda-Runtime-Aws-Request-Id"
    /// Seconds for handing over an answer.
    private static let answerSeconds = 30.0

    private let client: Client

    /// Uses the service at `HOST:PORT`.
    init(address: String) {
        client = Client(
            configuration: .init(
                baseURL: "http://\(address)\(Self.version)",
                timeout: Self.answerSeconds,
                maxAnswerBytes: LambdaLimits.eventBytes
            )
        )
    }

    /// Waits for the next invocation, however long that takes: Lambda freezes the sandbox meanwhile.
    func next() throws(RuntimeAPIError) -> Invocation {
        let answer = try ask { () throws(ClientError) in
            try client.send(.get, "/invocation/next", timeout: .infinity)
        }
        guard answer.status == .ok else { throw RuntimeAPIError(.refused(answer.status, asking: "next")) }
        guard let id = answer.headers[Self.requestIDField], !id.isEmpty else {
            throw RuntimeAPIError(.noRequestID)
        }
        return Invocation(requestID: PercentCoding.encode(id), event: answer.body)
    }

    /// Hands over the answer to an invocation.
    func send(_ answer: LambdaAnswer, to invocation: Invocation) throws(RuntimeAPIError) {
        switch answer {
        case .response(let body):
            try post("/invocation/\(invocation.requestID)/response", [:], body)
        case .failure(let failure):
            try post("/invocation/\(invocation.requestID)/error", Self.headers(of: failure), failure.body)
        }
    }

    /// Tells that the function cannot start.
    func send(initFailure failure: LambdaFailure) throws(RuntimeAPIError) {
        try post("/init/error", Self.headers(of: failure), failure.body)
    }

    private static func headers(of failure: LambdaFailure) -> HTTPHeaders {
        [LambdaFailure.typeField: failure.type]
    }

    private func post(_ path: String, _ headers: HTTPHeaders, _ body: [UInt8]) throws(RuntimeAPIError) {
        var headers = headers
        headers.append("Content-Type", "application/json")
        let fields = headers
        let answer = try ask { () throws(ClientError) in try client.post(path, headers: fields, body: body) }
        guard 200..<300 ~= answer.status.rawValue else {
            throw RuntimeAPIError(.refused(answer.status, asking: path))
        }
    }

    private func ask(
        _ question: () throws(ClientError) -> HTTPResponse
    ) throws(RuntimeAPIError) -> HTTPResponse {
        do {
            return try question()
        } catch {
            throw RuntimeAPIError(.unreachable(error))
        }
    }
}
