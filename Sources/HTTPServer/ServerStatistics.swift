internal import Synchronization

/// What a server has done and does, for metrics.
public struct ServerStatistics: Sendable, Equatable {
    /// Connections accepted since the start.
    public var accepted: Int
    /// Connections that are open.
    public var open: Int
    /// Requests that wait for a worker.
    public var queued: Int
    /// Requests refused since the start because the queue was full.
    public var refused: Int
}

/// Counters that the I/O thread keeps and any thread reads.
final class ServerCounters: Sendable {
    let accepted = Atomic(0)
    let open = Atomic(0)
    let refused = Atomic(0)
}
