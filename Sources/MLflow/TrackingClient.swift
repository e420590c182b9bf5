internal import Dispatch
internal import FoundationEssentials
internal import HTTP
internal import HTTPClient
internal import JSON

/// Asks an MLflow server, again where that helps, and never longer than there is patience.
struct TrackingClient: Sendable {
    private let client: Client
    private let headers: HTTPHeaders
    private let policy: RetryPolicy
    private let patience: Patience

    init(_ settings: MLflowSettings, policy: RetryPolicy, patience: Patience) {
        client = Client(
            configuration: .init(
                baseURL: settings.baseURL,
                connectTimeout: MLflowLimits.connectSeconds,
                timeout: MLflowLimits.requestSeconds,
                maxAnswerBytes: MLflowLimits.answerBytes,
                usesProxy: true
            )
        )
        var headers: HTTPHeaders = ["Accept": "application/json"]
        if let authorization = settings.authorization { headers.append("Authorization", authorization) }
        self.headers = headers
        self.policy = policy
        self.patience = patience
    }

    /// Asks and gives the answer's JSON.
    @discardableResult
    func perform(_ call: TrackingCall) throws(TrackingError) -> JSONValue {
        var headers = headers
        if call.body != nil { headers.append("Content-Type", "application/json") }
        let fields = headers
        let response = try ask(call.purpose, isRepeatable: call.isRepeatable) { (seconds) throws(ClientError) in
            let timeout = min(seconds, MLflowLimits.requestSeconds)
            return try client.send(call.method, call.path, headers: fields, body: call.body, timeout: timeout)
        }
        guard let answer = try? JSONValue(parsing: response.body) else {
            throw TrackingError(.unreadableAnswer, call.purpose)
        }
        return answer
    }

    /// Sends a file; it may take all the time but `spare` seconds.
    func upload(_ file: String, as name: String, to location: ArtifactLocation, spare: Double) throws(TrackingError) {
        var headers = headers
        headers.append("Content-Type", "application/octet-stream")
        let fields = headers
        _ = try ask("send \(name)", isRepeatable: true, spare: spare) { (seconds) throws(ClientError) in
            try client.upload(file: file, to: location.path(of: name), headers: fields, timeout: seconds)
        }
    }

    private func ask(
        _ purpose: String,
        isRepeatable: Bool,
        spare: Double = 0,
        _ question: (_ seconds: Double) throws(ClientError) -> HTTPResponse
    ) throws(TrackingError) -> HTTPResponse {
        var questions = 0
        while true {
            let seconds = patience.secondsLeft - spare
            guard seconds > 0 else { throw TrackingError(.outOfTime, purpose) }
            questions += 1
            let outcome = Result { () throws(ClientError) in try question(seconds) }
            if case .success = outcome { patience.noteAnswer() }
            guard let delay = policy.delay(after: questions, outcome, isRepeatable: isRepeatable),
                delay < patience.secondsLeft - spare
            else { return try accepted(outcome, purpose) }
            pause(delay)
        }
    }

    /// The answer, unless there is none or it says no.
    private func accepted(
        _ outcome: Result<HTTPResponse, ClientError>,
        _ purpose: String
    ) throws(TrackingError) -> HTTPResponse {
        switch outcome {
        case .success(let response): return try accepted(response, purpose)
        case .failure(let error): throw TrackingError(.unanswered(error), purpose)
        }
    }

    private func accepted(_ response: HTTPResponse, _ purpose: String) throws(TrackingError) -> HTTPResponse {
        guard 200..<300 ~= response.status.rawValue else {
            let answer = try? JSONValue(parsing: response.body)
            let message = answer?["message"]?.stringValue ?? String(decoding: response.body, as: UTF8.self)
            let line = String(message.prefix(300).map { $0.isNewline ? " " : $0 })
            let code = answer?["error_code"]?.stringValue
            throw TrackingError(.refused(response.status, code: code, message: line), purpose)
        }
        return response
    }

    private func pause(_ seconds: Double) {
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + seconds)
    }
}
