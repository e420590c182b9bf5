public import HTTP

/// Everything that a server can be told.
public struct ServerConfiguration: Sendable {
    /// Where a server listens.
    public enum Endpoint: Sendable, Hashable {
        /// All addresses of the machine, IPv6 and IPv4; port 0 takes a free one.
        case anyAddress(port: UInt16)
        /// 127.0.0.1; port 0 takes a free one.
        case loopback(port: UInt16)
        /// A Unix socket; a socket file that nobody listens on any more is replaced.
        case unix(path: String)
    }

    /// Where to listen, at least one.
    public var endpoints: [Endpoint]
    /// Threads that compute answers.
    public var workers: Int
    /// Requests that may wait for a worker; the next one is answered by 503.
    public var queueLength: Int
    /// Open connections; a further one is answered by 503 and closed.
    public var maxConnections: Int
    /// Sizes that a request may not pass.
    public var limits: HTTPLimits
    /// Times that a client may take.
    public var timeouts: ServerTimeouts

    /// Creates a configuration; values below 1 count as 1.
    public init(
        endpoints: [Endpoint],
        workers: Int,
        queueLength: Int = 1_024,
        maxConnections: Int = 8_192,
        limits: HTTPLimits = HTTPLimits(),
        timeouts: ServerTimeouts = ServerTimeouts()
    ) {
        self.endpoints = endpoints
        self.workers = max(1, workers)
        self.queueLength = max(1, queueLength)
        self.maxConnections = max(1, maxConnections)
        self.limits = limits
        self.timeouts = timeouts
    }
}
