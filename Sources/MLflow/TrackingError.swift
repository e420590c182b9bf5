internal import HTTP
internal import HTTPClient

/// Why the server did not do what it was asked for.
struct TrackingError: Error, Sendable, Equatable, CustomStringConvertible {
    enum Kind: Sendable, Equatable {
        case unanswered(ClientError)
        case refused(HTTPStatus, code: String?, message: String)
        case unreadableAnswer
        case outOfTime
        case artifactsElsewhere(uri: String)
    }

    let kind: Kind
    let purpose: String

    init(_ kind: Kind, _ purpose: String) {
        self.kind = kind
        self.purpose = purpose
    }

    /// The server's word for what is wrong.
    var code: String? {
        if case .refused(_, let code, _) = kind { code } else { nil }
    }

    /// Whether further questions would only cost time.
    var isFinal: Bool {
        switch kind {
        case .unanswered(let error): if case .unreadableFile = error.kind { false } else { true }
        case .outOfTime: true
        case .refused(let status, _, _): status.rawValue == 401 || status.rawValue == 403
        case .unreadableAnswer, .artifactsElsewhere: false
        }
    }

    /// What failed and why.
    var description: String {
        switch kind {
        case .unanswered(let error): "cannot \(purpose): \(error)"
        case .refused(let status, let code, let message):
            "cannot \(purpose): the server answered \(status.rawValue) \(code ?? "")\(advice(status)): \(message)"
        case .unreadableAnswer:
            "cannot \(purpose): the answer is not that of an MLflow server; check MLFLOW_TRACKING_URI"
        case .outOfTime: "cannot \(purpose): the time is up; raise CARTEIRO_MLFLOW_SECONDS or look at the server"
        case .artifactsElsewhere(let uri):
            "cannot \(purpose): files of this run go to \(uri), not through the server; start it with --serve-artifacts"
        }
    }

    private func advice(_ status: HTTPStatus) -> String {
        guard status.rawValue == 401 || status.rawValue == 403 else { return "" }
        return "(check MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN)"
    }
}
