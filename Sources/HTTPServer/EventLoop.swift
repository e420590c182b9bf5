internal import HTTP
internal import Logging
internal import Synchronization

/// The I/O thread: accepts, reads, parses, answers what is immediate, and leaves the rest to the workers.
///
/// It never waits for anything but epoll, so `/ping` is answered while all workers compute.
struct EventLoop {
    /// What the loop needs from the server.
    struct Parts: Sendable {
        var configuration: ServerConfiguration
        var responder: any HTTPResponder
        var streams: RequestParser.StreamDecision?
        var listeners: [Listener]
        var poller: Poller
        var mailbox: Mailbox
        var workers: WorkerPool<PendingAnswer>
        /// The thread of the requests that may take seconds.
        var lengthyWorker: WorkerPool<PendingAnswer>
        var dates: DateClock
        var counters: ServerCounters
        var logger: Logger
    }

    let parts: Parts
    var connections: [UInt64: Connection] = [:]
    /// Connections that have more to read when the others have had their turn.
    var yielding: [Connection] = []
    /// Requests of this turn, handed to the workers together.
    private var requests: [PendingAnswer] = []
    private var lengthyRequests: [PendingAnswer] = []
    private var readBuffer = [UInt8](repeating: 0, count: EventLoop.readBytes)
    var nextToken: UInt64
    var reserve = ReserveDescriptor()
    var isDraining = false
    var drainDeadline: MonotonicTime?
    private var nextSweep: MonotonicTime
    /// The next moment at which a lack of descriptors is worth a line in the log.
    var nextDescriptorWarning: MonotonicTime

    /// One read takes a small request whole and a 6 MiB body in about 100 steps.
    private static let readBytes = 65_536
    private static let mailboxToken: UInt64 = 0

    init(_ parts: Parts) {
        self.parts = parts
        nextToken = UInt64(parts.listeners.count) + 1
        nextSweep = .now()
        nextDescriptorWarning = nextSweep
    }

    /// Works until a drain is over.
    mutating func run() {
        guard register() else { return }
        var events = Poller.Buffer()
        while !isFinished {
            turn(&events)
        }
        close()
    }

    private func register() -> Bool {
        var isRegistered = parts.poller.addLevel(parts.mailbox.wakeup.descriptor, token: Self.mailboxToken)
        for (index, listener) in parts.listeners.enumerated() {
            let added = parts.poller.addLevel(listener.socket.descriptor, token: UInt64(index) + 1)
            isRegistered = isRegistered && added
        }
        if !isRegistered { parts.logger.critical("cannot watch the listening sockets; the server does not run") }
        return isRegistered
    }

    private mutating func turn(_ events: inout Poller.Buffer) {
        parts.poller.wait(waitMilliseconds, using: &events) { event in
            handle(event)
        }
        let now = MonotonicTime.now()
        let ready = yielding
        yielding.removeAll(keepingCapacity: true)
        for connection in ready { advance(connection, now: now) }
        if now >= nextSweep { sweep(now) }
        submit(now)
    }

    private var waitMilliseconds: Int32 {
        if !yielding.isEmpty { return 0 }
        // Without connections there is no deadline to watch.
        if connections.isEmpty, !isDraining { return -1 }
        return Int32(sweepInterval * 1_000)
    }

    private mutating func handle(_ event: Poller.Event) {
        let now = MonotonicTime.now()
        if event.token == Self.mailboxToken {
            readMail(now)
        } else if event.token <= UInt64(parts.listeners.count) {
            if !isDraining { accept(from: parts.listeners[Int(event.token) - 1], now: now) }
        } else if let connection = connections[event.token] {
            connection.note(event)
            advance(connection, now: now)
        }
    }

    private mutating func readMail(_ now: MonotonicTime) {
        let mail = parts.mailbox.take()
        for connection in mail.connections { advance(connection, now: now) }
        if let deadline = mail.drainDeadline { beginDraining(by: deadline, now: now) }
    }

    /// Drives a connection as far as it goes without waiting.
    mutating func advance(_ connection: Connection, now: MonotonicTime) {
        while true {
            switch connection.advance(using: &readBuffer, now: now) {
            case .waiting: return
            case .yielding:
                yielding.append(connection)
                return
            case .closing:
                close(connection)
                return
            case .streamedRequest(let request):
                requests.append(PendingAnswer(connection: connection, request: request, isStreamed: true))
                return
            case .request(let request):
                guard parts.responder.isImmediate(method: request.method, path: request.path) else {
                    hand(PendingAnswer(connection: connection, request: request))
                    return
                }
                _ = connection.complete(parts.responder.respond(to: request), encoder: parts.dates.encoder())
            }
        }
    }

    private mutating func hand(_ pending: PendingAnswer) {
        if parts.responder.isLengthy(method: pending.request.method, path: pending.request.path) {
            lengthyRequests.append(pending)
        } else {
            requests.append(pending)
        }
    }

    /// Hands the requests of this turn to the workers; those that find the queue full are refused.
    private mutating func submit(_ now: MonotonicTime) {
        while !requests.isEmpty || !lengthyRequests.isEmpty {
            parts.workers.submit(&requests)
            parts.lengthyWorker.submit(&lengthyRequests)
            let refused = requests + lengthyRequests
            requests.removeAll(keepingCapacity: true)
            lengthyRequests.removeAll()
            parts.counters.refused.add(refused.count, ordering: .relaxed)
            for request in refused {
                refuse(request, now: now)
                advance(request.connection, now: now)
            }
        }
    }

    /// The body of a streamed request is not read any more, so its connection can't stay.
    private func refuse(_ request: PendingAnswer, now: MonotonicTime) {
        if request.isStreamed {
            request.connection.fail(HTTPError(.queueFull), now: now)
        } else {
            _ = request.connection.complete(HTTPError(.queueFull).response, encoder: parts.dates.encoder())
        }
    }

    private mutating func sweep(_ now: MonotonicTime) {
        for connection in Array(connections.values) where connection.expire(now: now) {
            advance(connection, now: now)
        }
        nextSweep = now + sweepInterval
    }

    private var sweepInterval: Double {
        parts.configuration.timeouts.sweepInterval(isDraining: isDraining)
    }

    mutating func close(_ connection: Connection) {
        guard connections.removeValue(forKey: connection.token) != nil else { return }
        connection.close()
        parts.counters.open.subtract(1, ordering: .relaxed)
    }
}
