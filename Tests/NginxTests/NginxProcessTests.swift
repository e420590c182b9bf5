import Glibc
import HTTP
import HTTPClient
import HTTPServer
import Logging
import Nginx
import Synchronization
import Testing

/// A real nginx before a real server; these tests fail when nginx is not installed.
@Suite(.serialized)
struct NginxProcessTests {
    private struct Echo: HTTPStreamingResponder {
        func isStreamed(method: HTTPMethod, path: String) -> Bool { path == "/streamed" }

        /// Answers after the end of the body, since nginx passes nothing more on once it has an answer.
        func respond(to head: HTTPRequest, over exchange: any HTTPExchange) throws(HTTPError) {
            var count = 0
            while let piece = try exchange.read() { count += piece.count }
            try exchange.begin(HTTPResponse(status: .ok, body: Array("\(count)".utf8)))
            for _ in 0..<64 { try exchange.write([UInt8](repeating: 10, count: 100_000)) }
        }

        func isImmediate(method: HTTPMethod, path: String) -> Bool { path == "/ping" }

        func respond(to request: HTTPRequest) -> HTTPResponse {
            HTTPResponse(status: .ok, headers: ["X-Path": request.path], body: request.body)
        }
    }

    /// Server and nginx in a folder of their own under /tmp.
    private final class Stack {
        let directory: String
        let port: UInt16
        let server: Server
        let nginx: NginxProcess
        let client: Client
        let exits = Exits()

        final class Exits: Sendable {
            let list = Mutex<[NginxExit]>([])
        }

        init(maxBodyBytes: Int = 6_291_456, buffersRequests: Bool = true, reapsOthers: Bool = false) throws {
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            directory = "/tmp/carteiro-nginx-\(getpid())-\(UInt32.random(in: 0 ... .max))"
            unsafe mkdir(directory, 0o755)
            let socket = directory + "/app.sock"
            let limits = HTTPLimits(bodyBytes: maxBodyBytes == 0 ? .max : maxBodyBytes)
            server = Server(
                configuration: ServerConfiguration(endpoints: [.unix(path: socket)], workers: 2, limits: limits),
                responder: Echo(),
                logger: logger
            )
            try server.start()
            port = try Self.freePort(logger)
            let configuration = try NginxConfiguration(
                port: port,
                upstreamSocketPath: socket,
                runtimeDirectory: directory,
                maxBodyBytes: maxBodyBytes,
                listensOnIPv6: NetworkFamilies.hasIPv6(),
                buffersRequests: buffersRequests,
                runsAsRoot: getuid() == 0
            )
            let binary = try NginxBinary.locate(searchPath: "/usr/sbin:/usr/bin")
            nginx = NginxProcess(binary: binary, configuration: configuration, logger: logger)
            client = Client(configuration: .init(baseURL: "http://127.0.0.1:\(port)", timeout: 20))
            let exits = exits
            try nginx.start(reapsOthers: reapsOthers) { exit in exits.list.withLock { $0.append(exit) } }
            try #require(eventually { (try? client.get("/ping").status) == .ok }, "nginx does not answer")
        }

        /// A port that was free a moment ago.
        private static func freePort(_ logger: Logger) throws -> UInt16 {
            let probe = Server(
                configuration: ServerConfiguration(endpoints: [.anyAddress(port: 0)], workers: 1),
                responder: Echo(),
                logger: logger
            )
            try probe.start()
            defer { probe.shutdown(within: 1) }
            return try #require(probe.boundPort)
        }

        deinit {
            nginx.stop(within: 3)
            server.shutdown(within: 3)
        }
    }

    @Test
    func everyPathIsPassedOn() throws {
        let stack = try Stack()
        for path in ["/invocations", "/execution-parameters", "/metrics", "/models/m/invoke?x=1", "/docs", "/"] {
            let response = try stack.client.post(path, body: Array("body".utf8))
            #expect(response.status == .ok)
            #expect(response.headers["x-path"] == path.split(separator: "?").first.map(String.init))
            #expect(response.body == Array("body".utf8))
        }
        #expect(try stack.client.get("/ping").body.isEmpty)
        #expect(try stack.client.send(.head, "/ping").status == .ok)
    }

    @Test
    func nginxFindsNoFaultInTheConfiguration() throws {
        let stack = try Stack()
        #expect(unsafe system("nginx -t -q -e stderr -c \(stack.directory)/nginx.conf") == 0)
    }

    @Test
    func bodyOfTheLargestSizePassesAndALargerOneGets413() throws {
        let stack = try Stack()
        let largest = [UInt8](repeating: 65, count: 6_291_456)
        #expect(try stack.client.post("/invocations", body: largest).body.count == largest.count)
        let refused = try stack.client.post("/invocations", body: largest + [65])
        #expect(refused.status == .contentTooLarge)
        #expect(String(decoding: refused.body, as: UTF8.self).contains(#""code":"content_too_large""#))
    }

    @Test
    func unlimitedBodiesAreStreamedThrough() throws {
        let stack = try Stack(maxBodyBytes: 0, buffersRequests: false)
        let body = [UInt8](repeating: 65, count: 12 << 20)
        #expect(try stack.client.post("/invocations", body: body).body.count == body.count)
        let answer = try stack.client.post("/streamed", body: body).body
        #expect(answer.starts(with: Array("\(body.count)\n".utf8)))
        #expect(answer.count == 8 + 6_400_000)
    }

    @Test
    func serverThatIsGoneGives502InWords() throws {
        let stack = try Stack()
        stack.server.shutdown(within: 3)
        let response = try stack.client.get("/ping")
        #expect(response.status.rawValue == 502)
        #expect(String(decoding: response.body, as: UTF8.self).contains(#""code":"bad_gateway""#))
    }

    @Test
    func stopEndsNginxInOrder() throws {
        let stack = try Stack()
        stack.nginx.stop(within: 5)
        #expect(stack.nginx.exit == .exited(0))
        #expect(stack.nginx.processID == nil)
        #expect(eventually { stack.exits.list.withLock { $0 } == [.exited(0)] })
        #expect(throws: ClientError.self) { try stack.client.get("/ping") }
        stack.nginx.stop(within: 5)
    }

    @Test
    func killedNginxIsReportedAndItsWorkersEnd() throws {
        let stack = try Stack()
        kill(try #require(stack.nginx.processID), SIGKILL)
        #expect(eventually { stack.exits.list.withLock { $0 } == [.signalled(SIGKILL)] })
        #expect(stack.nginx.exit == .signalled(SIGKILL))
        #expect(eventually { (try? stack.client.get("/ping")) == nil })
    }

    @Test
    func takenPortEndsNginx() throws {
        let stack = try Stack()
        var configuration = try NginxConfiguration(
            port: stack.port,
            upstreamSocketPath: stack.directory + "/app.sock",
            runtimeDirectory: stack.directory + "/second",
            maxBodyBytes: 0
        )
        configuration.runsAsRoot = getuid() == 0
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let binary = try NginxBinary.locate(searchPath: "/usr/sbin")
        let second = NginxProcess(binary: binary, configuration: configuration, logger: logger)
        try second.start { _ in }
        #expect(eventually { second.exit == .exited(1) })
    }

    @Test
    func startOfAMissingProgramIsAnError() throws {
        let configuration = try NginxConfiguration(
            port: 1,
            upstreamSocketPath: "/tmp/s",
            runtimeDirectory: "/tmp/carteiro-nginx-none-\(getpid())",
            maxBodyBytes: 0
        )
        let nginx = NginxProcess(binary: "/no/nginx", configuration: configuration, logger: Logger(label: "test"))
        #expect(throws: NginxError(.system(call: "posix_spawn", number: ENOENT), path: "/no/nginx")) {
            try nginx.start { _ in }
        }
    }
}

/// Waits for a condition that other threads bring about; false after ten seconds.
private func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<1_000 {
        if condition() { return true }
        usleep(10_000)
    }
    return condition()
}
