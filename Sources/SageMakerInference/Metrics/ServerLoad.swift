/// How busy the server is; told by the one who runs it, since this target knows no socket.
public struct ServerLoad: Sendable, Equatable {
    /// Connections that are open.
    public var openConnections: Int
    /// Connections accepted since the start.
    public var acceptedConnections: Int
    /// Requests that wait for a worker.
    public var queuedRequests: Int
    /// Requests refused since the start because too many waited.
    public var refusedRequests: Int

    /// Creates a report of its parts.
    public init(openConnections: Int, acceptedConnections: Int, queuedRequests: Int, refusedRequests: Int) {
        self.openConnections = openConnections
        self.acceptedConnections = acceptedConnections
        self.queuedRequests = queuedRequests
        self.refusedRequests = refusedRequests
    }
}
