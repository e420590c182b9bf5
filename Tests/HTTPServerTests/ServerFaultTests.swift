import Glibc
import HTTP
import HTTPServer
import Testing

/// What clients do wrong, and what load does.
@Suite(.serialized)
struct ServerFaultTests {
    private static let fast = ServerTimeouts(
        header: 0.2,
        body: 0.2,
        bodyBytesPerSecond: 1e9,
        idle: 0.3,
        write: 0.5,
        linger: 0.2
    )

    @Test(arguments: ["GET / HT", "GET / HTTP/1.1\r\nHost: a\r\nX: y", "\r"])
    func slowHeaderGets408(text: String) throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let client = try server.connect()
            let answer = try client.ask(text)
            #expect(answer.status == 408)
            #expect(answer.text.contains("the header did not arrive in time"))
            #expect(client.isClosed())
        }
    }

    @Test(arguments: ["Content-Length: 5\r\n\r\nhel", "Transfer-Encoding: chunked\r\n\r\n5\r\nhe"])
    func slowBodyGets408(text: String) throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let client = try server.connect()
            let answer = try client.ask("POST / HTTP/1.1\r\nHost: a\r\n" + text)
            #expect(answer.status == 408)
            #expect(answer.text.contains("the body did not arrive in time"))
            #expect(client.isClosed())
        }
    }

    @Test
    func senderOfSingleBytesDoesNotStretchTheHeaderTime() throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let client = try server.connect()
            for byte in Array(String.get("/" + String(repeating: "a", count: 40)).utf8) {
                try? client.send([byte])
                usleep(10_000)
            }
            #expect(try client.answer().status == 408)
        }
    }

    @Test
    func idleConnectionIsClosedSilently() throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let fresh = try server.connect()
            let used = try server.connect()
            #expect(try used.ask(.get("/ping")).status == 200)
            #expect(fresh.isClosed())
            #expect(used.isClosed())
        }
    }

    @Test
    func clientThatReadsNothingIsDropped() throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let client = try server.connect()
            try client.send(.get("/large"))
            #expect(eventually { server.server.statistics.open == 1 })
            #expect(eventually { server.server.statistics.open == 0 })
        }
    }

    @Test
    func computationHasNoDeadline() throws {
        try TestServer.with(TestServer(timeouts: Self.fast)) { server in
            let client = try server.connect()
            try client.send(.get("/gate"))
            usleep(700_000)
            server.responder.gate.open()
            #expect(try client.answer().text == "passed")
        }
    }

    @Test
    func chunksOfOneByteArrive() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            let chunk = Array("1\r\na\r\n".utf8)
            var bytes = Array("POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
            for _ in 0..<65_536 { bytes += chunk }
            bytes += Array("0\r\n\r\n".utf8)
            try client.send(bytes)
            #expect(try client.answer().body == [UInt8](repeating: 97, count: 65_536))
            #expect(try client.ask(.get("/ping")).status == 200)
        }
    }

    @Test
    func pingIsAnsweredWhileAllWorkersAreBusy() throws {
        try TestServer.with(TestServer(workers: 2)) { server in
            let busy = try (0..<8).map { _ in try server.connect() }
            for client in busy { try client.send(.get("/gate")) }
            #expect(eventually { server.responder.gate.held == 2 })
            let client = try server.connect()
            for _ in 0..<10 { #expect(try client.ask(.get("/ping")).status == 200) }
            server.responder.gate.open()
            for client in busy { #expect(try client.answer().text == "passed") }
        }
    }

    @Test
    func fullQueueGets503AndTheConnectionStays() throws {
        try TestServer.with(TestServer(workers: 1, queueLength: 2)) { server in
            let first = try server.connect()
            try first.send(.get("/gate"))
            #expect(eventually { server.responder.gate.held == 1 })
            let waiting = try (0..<2).map { _ in try server.connect() }
            for client in waiting { try client.send(.get("/gate")) }
            #expect(eventually { server.server.statistics.queued == 2 })
            let refused = try server.connect()
            let answer = try refused.ask(.post("/echo", "x"))
            #expect(answer.status == 503)
            #expect(answer.head.contains("\r\nRetry-After: 1"))
            #expect(server.server.statistics.refused == 1)
            server.responder.gate.open()
            #expect(try first.answer().text == "passed")
            for client in waiting { #expect(try client.answer().text == "passed") }
            #expect(try refused.ask(.post("/echo", "again")).text == "again")
        }
    }

    @Test
    func connectionOverTheLimitIsRefusedInWords() throws {
        try TestServer.with(TestServer(maxConnections: 2)) { server in
            let clients = try (0..<2).map { _ in try server.connect() }
            for client in clients { #expect(try client.ask(.get("/ping")).status == 200) }
            let third = try server.connect()
            let answer = try third.answer()
            #expect(answer.status == 503)
            #expect(answer.text.contains("too many connections"))
            #expect(third.isClosed())
            #expect(try clients[0].ask(.get("/ping")).status == 200)
        }
    }

    @Test
    func aThousandIdleConnectionsHoldUpNobody() throws {
        #expect(DescriptorLimit.raise(to: 4_096) >= 4_096)
        #expect(DescriptorLimit.raise(to: 1) >= 4_096)
        try TestServer.with(TestServer()) { server in
            let idle = try (0..<1_000).map { _ in try server.connect() }
            let client = try server.connect()
            for index in 0..<100 { #expect(try client.ask(.post("/echo", "\(index)")).text == "\(index)") }
            #expect(server.server.statistics.open == 1_001)
            #expect(try idle[999].ask(.get("/ping")).status == 200)
        }
    }

    @Test(arguments: ["GET / HT", .post("/gate", "x"), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx"])
    func clientKilledInMidRequestLeavesNoTrace(text: String) throws {
        try TestServer.with(TestServer()) { server in
            for _ in 0..<20 {
                let client = try server.connect()
                try client.send(text)
                client.reset()
            }
            server.responder.gate.open()
            let client = try server.connect()
            #expect(try client.ask(.post("/echo", "x")).text == "x")
            #expect(eventually { server.server.statistics.open == 1 })
        }
    }

    @Test
    func clientGoneBeforeItsLargeAnswerBreaksNothing() throws {
        try TestServer.with(TestServer()) { server in
            for _ in 0..<10 {
                let client = try server.connect()
                try client.send(.get("/large"))
                client.reset()
            }
            let client = try server.connect()
            #expect(try client.ask(.get("/large")).body.count == 8 << 20)
        }
    }
}
