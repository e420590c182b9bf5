/// What nginx is told, as a value; it stands in front of the server and passes every path on.
public struct NginxConfiguration: Sendable, Equatable {
    /// The port for clients, on all IPv4 addresses.
    public var port: UInt16
    /// Also listen on all IPv6 addresses; nginx does not start when the machine has none.
    public var listensOnIPv6: Bool
    /// The Unix socket of the server behind.
    public var upstreamSocketPath: String
    /// Where the configuration, the pid file and temporary bodies lie; the model directory is read-only.
    public var runtimeDirectory: String
    /// The largest body of a request, 0 for no limit; a larger one is answered by 413.
    public var maxBodyBytes: Int
    /// Whether a body is read whole before it is passed on; off for batches of any size.
    public var buffersRequests: Bool
    /// Processes of nginx; one for each core.
    public var workerProcesses: Int
    /// Whether nginx is started by root; its workers then stay root, since they must reach the socket.
    public var runsAsRoot: Bool
    /// Whether each request is logged to standard output.
    public var logsRequests: Bool
    /// Times in seconds.
    public var timeouts: Timeouts

    /// The seconds that clients and the server behind may take.
    public struct Timeouts: Sendable, Equatable {
        /// For a client to send the head, and between two reads of the body.
        public var client: Int
        /// Between two reads of an answer from the server behind; longer than any prediction may take.
        public var answer: Int
        /// For which connections of clients stay open without a request.
        public var keepAlive: Int
        /// For which connections to the server behind stay open; shorter than the server's own idle time.
        public var upstreamKeepAlive: Int
        /// For open requests to end after SIGQUIT.
        public var shutdown: Int

        /// Creates time-outs in seconds.
        public init(
            client: Int = 60,
            answer: Int = 60,
            keepAlive: Int = 75,
            upstreamKeepAlive: Int = 60,
            shutdown: Int = 20
        ) {
            self.client = client
            self.answer = answer
            self.keepAlive = keepAlive
            self.upstreamKeepAlive = upstreamKeepAlive
            self.shutdown = shutdown
        }
    }

    /// Creates a configuration; the paths may hold letters, digits and `/ . _ -`, since nginx gives others a meaning.
    public init(
        port: UInt16,
        upstreamSocketPath: String,
        runtimeDirectory: String,
        maxBodyBytes: Int,
        listensOnIPv6: Bool = false,
        buffersRequests: Bool = true,
        workerProcesses: Int = 1,
        runsAsRoot: Bool = false,
        logsRequests: Bool = false,
        timeouts: Timeouts = Timeouts()
    ) throws(NginxError) {
        for path in [upstreamSocketPath, runtimeDirectory] where !Self.isPlain(path) {
            throw NginxError(.invalidPath, path: path)
        }
        self.port = port
        self.listensOnIPv6 = listensOnIPv6
        self.upstreamSocketPath = upstreamSocketPath
        self.runtimeDirectory = runtimeDirectory
        self.maxBodyBytes = max(0, maxBodyBytes)
        self.buffersRequests = buffersRequests
        self.workerProcesses = max(1, workerProcesses)
        self.runsAsRoot = runsAsRoot
        self.logsRequests = logsRequests
        self.timeouts = timeouts
    }

    /// The file that nginx reads.
    public var path: String { "\(runtimeDirectory)/nginx.conf" }

    private static func isPlain(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/")
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "/._-".utf8.contains(byte)
                }
            }
    }
}
