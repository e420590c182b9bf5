import HTTP
import Synchronization

/// What the process has answered since its start, counted without locks.
///
/// A request costs one look at a clock and a handful of additions.
public final class ServingMetrics: Sendable {
    /// The statuses that are counted by themselves.
    static let statuses: [HTTPStatus] = [
        .ok, .noContent, .badRequest, .notFound, .methodNotAllowed, .notAcceptable, .conflict, .contentTooLarge,
        .unsupportedMediaType, .internalServerError, .serviceUnavailable, .insufficientStorage,
    ]
    /// From a short text on an idle machine to SageMaker's own time-out.
    private static let latencyBounds = [
        0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
        2.5, 5, 10, 30, 60,
    ]

    /// The time since the start of the process.
    let uptime: @Sendable () -> Duration
    let invocationSeconds = Histogram(bounds: latencyBounds)
    private let requests = Endpoint.allCases.map { _ in statuses.map { _ in Counter() } }
    private let errors = InferenceError.Code.allCases.map { _ in Counter() }
    private let load = Mutex<(@Sendable () -> ServerLoad)?>(nil)

    /// Starts to count; `uptime` gives the time since the start of the process.
    public init(uptime: @escaping @Sendable () -> Duration) {
        self.uptime = uptime
    }

    /// Names the source of the server's own figures, which exists only after the router that it needs.
    public func setLoad(_ source: @escaping @Sendable () -> ServerLoad) {
        load.withLock { $0 = source }
    }

    var serverLoad: ServerLoad? { load.withLock { $0 }?() }

    /// Counts an answer; `start` is what `uptime` was when its request came.
    func count(_ status: HTTPStatus, at endpoint: Endpoint, since start: Duration) {
        requestCounter(endpoint, status)?.add()
        guard endpoint.predicts else { return }
        invocationSeconds.observe((uptime() - start) / .seconds(1))
    }

    func count(_ error: InferenceError) {
        guard let index = InferenceError.Code.allCases.firstIndex(of: error.word) else { return }
        errors[index].add()
    }

    /// How many requests to an endpoint had a status.
    func requests(_ endpoint: Endpoint, _ status: HTTPStatus) -> Int {
        requestCounter(endpoint, status)?.value ?? 0
    }

    /// How many requests failed with a code.
    func errors(_ code: InferenceError.Code) -> Int {
        InferenceError.Code.allCases.firstIndex(of: code).map { errors[$0].value } ?? 0
    }

    private func requestCounter(_ endpoint: Endpoint, _ status: HTTPStatus) -> Counter? {
        Self.statuses.firstIndex(of: status).map { requests[endpoint.rawValue][$0] }
    }
}
