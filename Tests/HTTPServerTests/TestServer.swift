import Glibc
import HTTP
import HTTPServer
import Logging

/// A running server on a free port of 127.0.0.1, with small times.
struct TestServer {
    let server: Server
    let responder = TestResponder()
    let port: UInt16

    init(
        workers: Int = 2,
        queueLength: Int = 64,
        maxConnections: Int = 4_096,
        limits: HTTPLimits = HTTPLimits(),
        timeouts: ServerTimeouts = ServerTimeouts(),
        endpoints: [ServerConfiguration.Endpoint] = [.loopback(port: 0)]
    ) throws {
        let configuration = ServerConfiguration(
            endpoints: endpoints,
            workers: workers,
            queueLength: queueLength,
            maxConnections: maxConnections,
            limits: limits,
            timeouts: timeouts
        )
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        server = Server(configuration: configuration, responder: responder, logger: logger)
        try server.start()
        port = server.boundPort ?? 0
    }

    /// Runs `body` with a server and stops it afterwards.
    static func with(_ make: @autoclosure () throws -> TestServer, _ body: (TestServer) throws -> Void) throws {
        let server = try make()
        defer {
            server.responder.gate.open()
            server.server.shutdown(within: 5)
        }
        try body(server)
    }

    func connect() throws -> RawClient {
        try RawClient(port: port)
    }
}

/// Waits for a condition that other threads bring about; false after five seconds.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<5_000 {
        if condition() { return true }
        usleep(1_000)
    }
    return condition()
}
