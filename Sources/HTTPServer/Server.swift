public import HTTP
public import Logging
internal import Synchronization
internal import Threads

/// An HTTP/1.1 server: one thread for all sockets, a pool of threads that compute answers.
///
/// A request for which the responder's `isImmediate` is true is answered on the I/O thread and never waits for a worker.
public final class Server: Sendable {
    private struct Running: Sendable {
        var thread: PosixThread
        var mailbox: Mailbox
        var poller: Poller
        var workers: WorkerPool<PendingAnswer>
        var lengthyWorker: WorkerPool<PendingAnswer>
        var port: UInt16?
    }

    private enum State: Sendable {
        case new
        case running(Running)
        case stopped
    }

    private let configuration: ServerConfiguration
    private let responder: any HTTPResponder
    private let logger: Logger
    private let counters = ServerCounters()
    private let state = Mutex(State.new)

    /// The seconds that a shutdown may take by default; SageMaker kills 30 s after SIGTERM.
    public static let drainSeconds = 25.0

    /// Creates a server that does not run yet.
    public init(configuration: ServerConfiguration, responder: any HTTPResponder, logger: Logger) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
    }

    /// The port that is listened on, also when port 0 was asked for; nil before the start and for Unix sockets alone.
    public var boundPort: UInt16? {
        running?.port
    }

    /// What the server has done and does.
    public var statistics: ServerStatistics {
        ServerStatistics(
            accepted: counters.accepted.load(ordering: .relaxed),
            open: counters.open.load(ordering: .relaxed),
            queued: running?.workers.queued ?? 0,
            refused: counters.refused.load(ordering: .relaxed)
        )
    }

    /// Binds all endpoints and starts the threads; connections are accepted from the return on.
    public func start() throws(SocketError) {
        guard !configuration.endpoints.isEmpty else { throw SocketError(.noEndpoint) }
        try state.withLock { state throws(SocketError) in
            guard case .new = state else { throw SocketError(.alreadyStarted) }
            let listeners = try Self.listeners(configuration.endpoints)
            do throws(SocketError) {
                state = .running(try launch(listeners))
            } catch {
                for listener in listeners { listener.close() }
                throw error
            }
        }
        logger.info("listening on \(configuration.endpoints.map(\.description).joined(separator: ", "))")
    }

    /// Stops accepting, answers every request that has come, and returns when all is sent or `seconds` have passed.
    public func shutdown(within seconds: Double = Server.drainSeconds) {
        guard let running = takeRunning() else { return }
        let deadline = MonotonicTime.now() + seconds
        running.mailbox.requestDrain(by: deadline)
        running.thread.join()
        running.workers.stop(by: deadline)
        running.lengthyWorker.stop(by: deadline)
        running.poller.close()
        logger.info("the server has stopped")
    }

    private var running: Running? {
        state.withLock { state in
            if case .running(let running) = state { running } else { nil }
        }
    }

    private func takeRunning() -> Running? {
        state.withLock { state in
            guard case .running(let running) = state else { return nil }
            state = .stopped
            return running
        }
    }

    private static func listeners(
        _ endpoints: [ServerConfiguration.Endpoint]
    ) throws(SocketError) -> [Listener] {
        var listeners: [Listener] = []
        for endpoint in endpoints {
            do {
                listeners.append(try Listener(endpoint))
            } catch {
                for listener in listeners { listener.close() }
                throw error
            }
        }
        return listeners
    }

    private func launch(_ listeners: [Listener]) throws(SocketError) -> Running {
        let mailbox = try Mailbox()
        let poller = try Poller()
        let dates = DateClock()
        let answering = Answering(responder: responder, mailbox: mailbox, dates: dates)
        let workers = try WorkerPool<PendingAnswer>(
            workers: configuration.workers,
            queueLength: configuration.queueLength
        ) { pending in answering.answer(pending) }
        let lengthyWorker = try WorkerPool<PendingAnswer>(
            workers: 1,
            queueLength: configuration.queueLength
        ) { pending in answering.answer(pending) }
        let parts = EventLoop.Parts(
            configuration: configuration,
            responder: responder,
            streams: answering.streams,
            listeners: listeners,
            poller: poller,
            mailbox: mailbox,
            workers: workers,
            lengthyWorker: lengthyWorker,
            dates: dates,
            counters: counters,
            logger: logger
        )
        let thread = try PosixThread.start("http-io") {
            var loop = EventLoop(parts)
            loop.run()
        }
        let port = listeners.lazy.compactMap(\.port).first
        return Running(
            thread: thread,
            mailbox: mailbox,
            poller: poller,
            workers: workers,
            lengthyWorker: lengthyWorker,
            port: port
        )
    }
}
