import Dispatch
public import HTTP
import HTTPServer
public import JSON
import Logging
import Synchronization

/// Plays an MLflow server: keeps what it is asked, and fails as it is told.
public final class TrackingServerStandIn: Sendable {
    /// How the server behaves.
    public struct Behaviour: Sendable {
        /// Paths, by a part of them, with the statuses of their first answers; then they are answered in earnest.
        public var failures: [String: [Int]] = [:]
        /// Whether no request is ever answered.
        public var isSilent = false
        /// Whether the experiment and the registered model are there already.
        public var knowsNames = false
        /// Where files of runs are said to go.
        public var artifactURI = "mlflow-artifacts:/7/run-1/artifacts"

        /// A server that does what it is asked.
        public init() {}
    }

    private let responder: TrackingResponder
    private let server: Server

    /// Starts on a free port of the loopback address.
    public init(_ behaviour: Behaviour = Behaviour()) throws {
        responder = TrackingResponder(behaviour)
        var logger = Logger(label: "tracking")
        logger.logLevel = .critical
        server = Server(
            configuration: ServerConfiguration(
                endpoints: [.loopback(port: 0)],
                workers: 2,
                limits: HTTPLimits(bodyBytes: 64 << 20)
            ),
            responder: responder,
            logger: logger
        )
        try server.start()
    }

    deinit {
        responder.end()
        server.shutdown(within: 5)
    }

    /// Its address.
    public var uri: String { "http://127.0.0.1:\(server.boundPort ?? 0)" }

    /// All requests so far.
    public var requests: [HTTPRequest] { responder.requests.withLock { $0 } }

    /// The bodies of the requests whose path ends so, in their order.
    public func bodies(_ path: String) -> [JSONValue] {
        requests.filter { $0.path.hasSuffix(path) }.compactMap { try? JSONValue(parsing: $0.body) }
    }

    /// The elements of one kind (`metrics`, `params`, `tags`) of all batches.
    public func logged(_ kind: String) -> [JSONValue] {
        bodies("/runs/log-batch").flatMap { $0[kind]?.arrayValue ?? [] }
    }

    /// The files that came, by their names.
    public var files: [String: [UInt8]] {
        let prefix = "/api/2.0/mlflow-artifacts/artifacts/7/run-1/artifacts/"
        let puts = requests.filter { $0.method == .put && $0.path.hasPrefix(prefix) }
        return Dictionary(puts.map { (String($0.path.dropFirst(prefix.count)), $0.body) }) { $1 }
    }
}

private final class TrackingResponder: HTTPResponder {
    let requests = Mutex<[HTTPRequest]>([])
    private let behaviour: TrackingServerStandIn.Behaviour
    private let failures: Mutex<[String: [Int]]>
    private let isEnding = DispatchSemaphore(value: 0)

    init(_ behaviour: TrackingServerStandIn.Behaviour) {
        self.behaviour = behaviour
        failures = Mutex(behaviour.failures)
    }

    func isImmediate(method: HTTPMethod, path: String) -> Bool { false }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        requests.withLock { $0.append(request) }
        if behaviour.isSilent {
            isEnding.wait()
            isEnding.signal()
        }
        if let status = nextFailure(request.path) { return Self.answer(status, ["message": "out of\norder"]) }
        if request.method == .put { return Self.answer(200, [:]) }
        return answer(String(request.path.dropFirst("/api/2.0/mlflow/".count)))
    }

    /// Lets requests that are held go.
    func end() {
        isEnding.signal()
    }

    private func nextFailure(_ path: String) -> Int? {
        failures.withLock { failures in
            for (part, statuses) in failures where path.contains(part) && !statuses.isEmpty {
                failures[part] = Array(statuses.dropFirst())
                return statuses[0]
            }
            return nil
        }
    }

    private func answer(_ name: String) -> HTTPResponse {
        switch name {
        case "experiments/get-by-name" where behaviour.knowsNames:
            Self.answer(200, ["experiment": ["experiment_id": "7", "name": "e"]])
        case "experiments/get-by-name":
            Self.answer(404, ["error_code": "RESOURCE_DOES_NOT_EXIST", "message": "no experiment"])
        case "experiments/create": Self.answer(200, ["experiment_id": "7"])
        case "runs/create":
            Self.answer(
                200,
                ["run": ["info": ["run_id": "run-1", "artifact_uri": .string(behaviour.artifactURI)]]]
            )
        case "registered-models/create" where behaviour.knowsNames:
            Self.answer(400, ["error_code": "RESOURCE_ALREADY_EXISTS", "message": "there is one"])
        case "runs/log-batch", "runs/update", "registered-models/create", "model-versions/create":
            Self.answer(200, [:])
        default: Self.answer(404, ["error_code": "ENDPOINT_NOT_FOUND", "message": "no such path"])
        }
    }

    private static func answer(_ status: Int, _ body: JSONValue) -> HTTPResponse {
        HTTPResponse(
            status: HTTPStatus(rawValue: status),
            headers: ["Content-Type": "application/json"],
            body: body.serialized()
        )
    }
}
