internal import Logging

extension EventLoop {
    /// Whether a drain is over: nothing is open, or the time has passed.
    var isFinished: Bool {
        guard isDraining, let drainDeadline else { return false }
        return connections.isEmpty || MonotonicTime.now() >= drainDeadline
    }

    /// Accepts what waits in the kernel, stops listening, and lets each connection end after its answer.
    mutating func beginDraining(by deadline: MonotonicTime, now: MonotonicTime) {
        guard !isDraining else { return }
        drainDeadline = deadline
        isDraining = true
        for listener in parts.listeners {
            accept(from: listener, now: now, atMost: parts.configuration.maxConnections)
            parts.poller.remove(listener.socket.descriptor)
            listener.close()
        }
        for connection in Array(connections.values) {
            connection.beginDraining(now: now)
            advance(connection, now: now)
        }
    }

    /// Closes everything that is still open.
    mutating func close() {
        if !connections.isEmpty {
            parts.logger.warning("\(connections.count) connections are closed before their end: the time is up")
        }
        for connection in Array(connections.values) { close(connection) }
        reserve.release()
    }
}
