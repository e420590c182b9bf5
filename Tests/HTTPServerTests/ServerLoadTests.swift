import Dataset
import Glibc
import HTTP
import HTTPClient
import HTTPServer
import Synchronization
import Testing

@Suite(.serialized)
struct ServerLoadTests {
    @Test
    func everyAcceptedRequestIsAnsweredDuringShutdown() throws {
        let server = try TestServer(workers: 2, queueLength: 10_000)
        let answered = Atomic(0)
        let lost = Atomic(0)
        let clients = try (0..<16).map { _ in try server.connect() }
        let threads = ThreadGroup()
        for client in clients {
            threads.start {
                // A connection ends after an answer that says so; a request on it without an answer is lost.
                while true {
                    guard (try? client.send(.post("/slow", "x"))) != nil, let answer = try? client.answer() else {
                        lost.add(1, ordering: .relaxed)
                        return
                    }
                    answered.add(answer.status == 200 ? 1 : 0, ordering: .relaxed)
                    if answer.head.contains("Connection: close") { return }
                }
            }
        }
        usleep(200_000)
        server.server.shutdown(within: 10)
        threads.join()
        #expect(lost.load(ordering: .relaxed) == 0)
        #expect(answered.load(ordering: .relaxed) > 16)
        #expect(throws: RawClient.Failure.self) { try server.connect() }
    }

    @Test
    func queuedAndPipelinedRequestsAreAnsweredDuringShutdown() throws {
        let server = try TestServer(workers: 1)
        let clients = try (0..<10).map { _ in try server.connect() }
        for client in clients { try client.send(.post("/slow", "1") + .post("/slow", "2")) }
        #expect(eventually { server.server.statistics.queued == 9 })
        server.server.shutdown(within: 10)
        for client in clients {
            #expect(try client.answer().status == 200)
            #expect(try client.answer().head.contains("Connection: close"))
            #expect(client.isClosed())
        }
    }

    @Test
    func shutdownEndsInTimeThoughAWorkerHangs() throws {
        let server = try TestServer(workers: 1)
        let client = try server.connect()
        try client.send(.get("/gate"))
        #expect(eventually { server.responder.gate.held == 1 })
        let start = ContinuousClock.now
        server.server.shutdown(within: 0.3)
        #expect(ContinuousClock.now - start < .seconds(3))
        #expect(client.isClosed())
        server.responder.gate.open()
    }

    @Test
    func shutdownOfAnIdleServerIsQuick() throws {
        let server = try TestServer()
        let client = try server.connect()
        #expect(try client.ask(.get("/ping")).status == 200)
        let start = ContinuousClock.now
        server.server.shutdown(within: 10)
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(client.isClosed())
        server.server.shutdown(within: 10)
    }

    @Test
    func ahundredLargeBodiesComeThroughTogether() throws {
        try TestServer.with(TestServer(workers: 2, queueLength: 200)) { server in
            let body = [UInt8](repeating: 55, count: HTTPLimits.realTimeBodyBytes)
            let same = Atomic(0)
            let threads = ThreadGroup()
            let client = Client(configuration: .init(baseURL: "http://127.0.0.1:\(server.port)"))
            for _ in 0..<100 {
                threads.start {
                    guard let answer = try? client.post("/echo", body: body).body, answer.count == body.count else {
                        return
                    }
                    // Byte by byte, == takes a tenth of a second in a debug build.
                    if unsafe memcmp(answer, body, body.count) == 0 { same.add(1, ordering: .relaxed) }
                }
            }
            threads.join()
            #expect(same.load(ordering: .relaxed) == 100)
        }
    }

    @Test
    func mutatedRequestsOverASocketDoNotHurtTheNextClient() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("socket fuzz seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let timeouts = ServerTimeouts(header: 0.5, body: 0.5, idle: 0.5, linger: 0.1)
        try TestServer.with(TestServer(timeouts: timeouts)) { server in
            for round in 0..<3_000 {
                let client = try server.connect()
                try? client.send(Self.mutated(using: &random))
                if round % 2 == 0 { client.endSending() } else { client.reset() }
                if round % 100 == 0 {
                    let good = try server.connect()
                    #expect(try good.ask(.post("/echo", "\(round)")).text == "\(round)", "seed \(seed)")
                }
            }
            #expect(eventually { server.server.statistics.open == 0 })
        }
    }

    private static func mutated(using random: inout SeededGenerator) -> [UInt8] {
        let corpus: [String] = [
            .get("/ping"), .post("/echo", "hello"), .get("/a") + .post("/b", "12345"),
            "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "POST /d HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
        ]
        var bytes = Array(corpus[Int.random(in: 0..<corpus.count, using: &random)].utf8)
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) {
                bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            } else {
                bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...3, using: &random)))
                if bytes.isEmpty { return [0] }
            }
        }
        return bytes
    }
}
