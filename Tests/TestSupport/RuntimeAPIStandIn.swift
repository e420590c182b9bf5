import Dispatch
import HTTP
import HTTPServer
import Logging
import Synchronization

/// Plays the runtime API of a Lambda sandbox: hands out events and keeps what comes back.
public final class RuntimeAPIStandIn: Sendable {
    /// What the function sent for one invocation, or for its start.
    public struct Outcome: Sendable, Equatable {
        /// The last part of the path: `response` or `error`.
        public var kind: String
        /// The content.
        public var body: String
        /// The value of `Lambda-Runtime-Function-Error-Type`.
        public var errorType: String?
    }

    private let responder = Responder()
    private let server: Server

    /// Starts on a free port of the loopback address.
    public init() throws {
        var logger = Logger(label: "runtime")
        logger.logLevel = .critical
        server = Server(
            configuration: ServerConfiguration(
                endpoints: [.loopback(port: 0)],
                workers: 2,
                limits: HTTPLimits(bodyBytes: 16 << 20)
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

    /// `HOST:PORT`, as Lambda names it.
    public var address: String { "127.0.0.1:\(server.boundPort ?? 0)" }

    /// The connections that were made so far.
    public var connections: Int { server.statistics.accepted }

    /// How often the next event was asked for.
    public var asked: Int { responder.asked.load(ordering: .relaxed) }

    /// Hands out an event and waits for what comes back; `nil` when nothing does within a minute.
    public func invoke(_ event: String) -> Outcome? {
        responder.events.withLock { $0.append(Array(event.utf8)) }
        responder.hasEvent.signal()
        return outcome()
    }

    /// Waits for what comes next without an event, as at the start; `nil` when nothing does within a minute.
    public func outcome() -> Outcome? {
        guard responder.hasOutcome.wait(timeout: .now() + 60) == .success else { return nil }
        return responder.outcomes.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}

private final class Responder: HTTPResponder {
    let events = Mutex<[[UInt8]]>([])
    let hasEvent = DispatchSemaphore(value: 0)
    let outcomes = Mutex<[RuntimeAPIStandIn.Outcome]>([])
    let hasOutcome = DispatchSemaphore(value: 0)
    let asked = Atomic(0)

    func isImmediate(method: HTTPMethod, path: String) -> Bool { false }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        switch (request.method, request.path) {
        case (.get, "/2018-06-01/runtime/invocation/next"): next()
        case (.post, "/2018-06-01/runtime/init/error"): keep(request)
        case (.post, let path) where path.hasPrefix("/2018-06-01/runtime/invocation/id-"): keep(request)
        default: HTTPResponse(status: .notFound)
        }
    }

    /// Lets a request that waits for an event go.
    func end() {
        hasEvent.signal()
    }

    private func next() -> HTTPResponse {
        let number = asked.add(1, ordering: .relaxed).newValue
        hasEvent.wait()
        guard let event = events.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
            return HTTPResponse(status: .serviceUnavailable)
        }
        return HTTPResponse(
            status: .ok,
            headers: [
                "Lambda-Runtime-Aws-Request-Id": "id-\(number)", "Lambda-Runtime-Deadline-Ms": "4102444800000",
                "Lambda-Runtime-Trace-Id": "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                "Content-Type": "application/json",
            ],
            body: event
        )
    }

    private func keep(_ request: HTTPRequest) -> HTTPResponse {
        let outcome = RuntimeAPIStandIn.Outcome(
            kind: String(request.path.split(separator: "/").last ?? ""),
            body: String(decoding: request.body, as: UTF8.self),
            errorType: request.headers["Lambda-Runtime-Function-Error-Type"]
        )
        outcomes.withLock { $0.append(outcome) }
        hasOutcome.signal()
        return HTTPResponse(status: HTTPStatus(rawValue: 202), headers: ["Content-Type": "application/json"])
    }
}
