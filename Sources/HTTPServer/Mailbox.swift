internal import Synchronization

/// What other threads have for the I/O thread.
final class Mailbox: Sendable {
    private struct Letters: Sendable {
        var connections: [Connection] = []
        var drainDeadline: MonotonicTime?
    }

    private let letters = Mutex(Letters())
    let wakeup: Wakeup

    init() throws(SocketError) {
        wakeup = try Wakeup()
    }

    deinit {
        wakeup.close()
    }

    /// Asks the I/O thread to drive a connection; wakes it for the first letter only.
    func post(_ connection: Connection) {
        let isFirst = letters.withLock { letters in
            letters.connections.append(connection)
            return letters.connections.count == 1
        }
        if isFirst { wakeup.signal() }
    }

    /// Asks the I/O thread to stop accepting, answer what has come, and end by `deadline`.
    func requestDrain(by deadline: MonotonicTime) {
        letters.withLock { $0.drainDeadline = deadline }
        wakeup.signal()
    }

    /// Takes all letters out.
    func take() -> (connections: [Connection], drainDeadline: MonotonicTime?) {
        wakeup.clear()
        return letters.withLock { letters in
            let connections = letters.connections
            letters.connections = []
            return (connections, letters.drainDeadline)
        }
    }
}
