internal import HTTP
internal import HTTPClient

/// Whether a question is asked again, and when.
struct RetryPolicy: Sendable, Equatable {
    /// Seconds before the second question, the third, and so on.
    var delays = [0.5, 1, 2]
    /// The longest that a server may ask us to wait.
    private static let mostRetryAfter = 5.0

    /// Seconds to wait after so many questions, the last of which had this outcome; `nil` when it is no use to ask again.
    func delay(after questions: Int, _ outcome: Result<HTTPResponse, ClientError>, isRepeatable: Bool) -> Double? {
        switch outcome {
        case .success(let response): delay(after: questions, response, isRepeatable: isRepeatable)
        case .failure(let error): delay(after: questions, error, isRepeatable: isRepeatable)
        }
    }

    private func delay(after questions: Int, _ error: ClientError, isRepeatable: Bool) -> Double? {
        switch error.kind {
        case .unreachable: delay(after: questions)
        case .timedOut, .transfer: isRepeatable ? delay(after: questions) : nil
        case .invalidURL, .invalidHeader, .answerTooLarge, .unreadableFile: nil
        }
    }

    private func delay(after questions: Int, _ response: HTTPResponse, isRepeatable: Bool) -> Double? {
        let status = response.status.rawValue
        // The two by which a server says that it did nothing.
        guard status == 429 || status == 503 || isRepeatable && status >= 500 else { return nil }
        guard let delay = delay(after: questions) else { return nil }
        let asked = response.headers["Retry-After"].flatMap(Double.init) ?? 0
        return max(delay, min(asked.isFinite ? asked : 0, Self.mostRetryAfter))
    }

    private func delay(after questions: Int) -> Double? {
        delays.indices.contains(questions - 1) ? delays[questions - 1] : nil
    }
}
