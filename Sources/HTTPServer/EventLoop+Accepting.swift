internal import HTTP
internal import Logging
internal import Synchronization

extension EventLoop {
    /// Accepted in one turn, so that a flood of connections doesn't hold up requests.
    private static let acceptsInTurn = 64
    /// Connections over the limit that are told so; the ones beyond are closed without a word.
    private static let politeRefusals = 128
    private static let secondsBetweenWarnings = 10.0

    /// Takes waiting connections.
    mutating func accept(from listener: Listener, now: MonotonicTime, atMost limit: Int = EventLoop.acceptsInTurn) {
        for _ in 0..<limit {
            switch listener.accept() {
            case .socket(let socket): open(socket, now: now)
            case .nothing: return
            case .exhausted:
                refuseWithoutDescriptor(listener, now: now)
                return
            }
        }
    }

    private mutating func open(_ socket: Socket, now: MonotonicTime) {
        let excess = connections.count - parts.configuration.maxConnections
        guard excess < Self.politeRefusals else {
            socket.close()
            return
        }
        let token = nextToken
        nextToken += 1
        let state = ConnectionState(
            limits: parts.configuration.limits,
            timeouts: parts.configuration.timeouts,
            now: now,
            streams: parts.streams
        )
        let connection = Connection(socket: socket, token: token, poller: parts.poller, state: state)
        guard parts.poller.addEdge(socket.descriptor, token: token) else {
            connection.close()
            return
        }
        connections[token] = connection
        parts.counters.accepted.add(1, ordering: .relaxed)
        parts.counters.open.add(1, ordering: .relaxed)
        if excess >= 0 { connection.fail(HTTPError(.tooManyConnections), now: now) }
        if isDraining { connection.beginDraining(now: now) }
        advance(connection, now: now)
    }

    /// Without a free descriptor the waiting connection can't even be refused, and epoll would report it for ever.
    private mutating func refuseWithoutDescriptor(_ listener: Listener, now: MonotonicTime) {
        if now >= nextDescriptorWarning {
            parts.logger.warning("no file descriptor is left; connections are refused; raise the limit (ulimit -n)")
            nextDescriptorWarning = now + Self.secondsBetweenWarnings
        }
        reserve.release()
        if case .socket(let socket) = listener.accept() { socket.close() }
        reserve.acquire()
    }
}
