import Glibc
import HTTP
import HTTPServer
import Testing

struct ServerTests {
    @Test
    func connectionStaysOpenBetweenRequests() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            for index in 0..<20 {
                let answer = try client.ask(.post("/echo", "body \(index)"))
                #expect(answer.status == 200)
                #expect(answer.text == "body \(index)")
            }
            #expect(try client.ask(.get("/ping")).body.isEmpty)
            #expect(server.server.statistics.accepted == 1)
        }
    }

    @Test
    func pipelinedRequestsAreAnsweredInOrder() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            let texts = (0..<50).map { $0 % 5 == 0 ? String.get("/ping") : .post("/\($0)", "b\($0)") }
            try client.send(texts.joined())
            for index in 0..<50 {
                #expect(try client.answer().text == (index % 5 == 0 ? "" : "b\(index)"))
            }
        }
    }

    @Test
    func answersCarryADate() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            #expect(try client.ask(.get("/ping")).head.contains("\r\nDate: "))
            #expect(try client.ask(.post("/x", "y")).head.contains(" GMT\r\n"))
        }
    }

    @Test
    func connectionClosesWhenAsked() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            let answer = try client.ask(.post("/echo", "x", "Connection: close\r\n"))
            #expect(answer.head.contains("\r\nConnection: close"))
            #expect(client.isClosed())
            let old = try server.connect()
            #expect(try old.ask("GET /x HTTP/1.0\r\n\r\n").status == 200)
            #expect(old.isClosed())
        }
    }

    @Test
    func headHasNoBody() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send("HEAD /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            let answer = try client.answer(hasBody: false)
            #expect(answer.head.contains("\r\nContent-Length: 4"))
            #expect(try client.ask(.get("/ping")).status == 200)
        }
    }

    @Test
    func halfClosedClientGetsItsAnswers() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.get("/slow") + .post("/echo", "last"))
            client.endSending()
            #expect(try client.answer().text == "slow")
            #expect(try client.answer().text == "last")
            #expect(client.isClosed())
        }
    }

    @Test
    func clientThatWaitsFor100GetsIt() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
            #expect(try client.answer().status == 100)
            try client.send("ok")
            #expect(try client.answer().text == "ok")
        }
    }

    @Test
    func tooLargeABodyIsRefusedBeforeItIsSent() throws {
        try TestServer.with(TestServer(limits: HTTPLimits(bodyBytes: 10))) { server in
            let client = try server.connect()
            try client.send("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n")
            #expect(try client.answer().status == 413)
            #expect(client.isClosed())
        }
    }

    @Test
    func clientReadsTheErrorEvenWhileItSends() throws {
        try TestServer.with(TestServer(limits: HTTPLimits(bodyBytes: 10))) { server in
            let client = try server.connect()
            try client.send("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n")
            try client.send([UInt8](repeating: 97, count: 300_000))
            let answer = try client.answer()
            #expect(answer.status == 413)
            #expect(answer.text.contains("larger than 10 bytes"))
        }
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", 400), ("\0\0\0\r\n\r\n", 400), ("GET / HTTP/3.0\r\n\r\n", 505),
        ("GET / HTTP/1.1\nHost: a\n\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ])
    func malformedRequestIsAnsweredAndClosed(text: String, status: Int) throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            let answer = try client.ask(text)
            #expect(answer.status == status)
            #expect(answer.head.contains("\r\nConnection: close"))
            #expect(client.isClosed())
        }
    }

    @Test
    func requestsBeforeAMalformedOneAreAnswered() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.post("/a", "1") + "BAD\r\n\r\n")
            #expect(try client.answer().text == "1")
            #expect(try client.answer().status == 400)
            #expect(client.isClosed())
        }
    }

    @Test
    func largeAnswersComeWhole() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.get("/large") + .get("/ping"))
            usleep(50_000)
            #expect(try client.answer().body.count == 8 << 20)
            #expect(try client.answer().status == 200)
        }
    }

    @Test
    func portInUseIsNamed() throws {
        try TestServer.with(TestServer()) { server in
            let port = server.port
            #expect(throws: SocketError(.addressInUse, endpoint: "127.0.0.1 port \(port)")) {
                _ = try TestServer(endpoints: [.loopback(port: port)])
            }
        }
    }

    @Test
    func secondStartIsRefused() throws {
        try TestServer.with(TestServer()) { server in
            #expect(throws: SocketError(.alreadyStarted)) { try server.server.start() }
        }
    }

    @Test
    func listensOnIPv6AndIPv4() throws {
        try TestServer.with(TestServer(endpoints: [.anyAddress(port: 0)])) { server in
            let old = try server.connect()
            #expect(try old.ask(.get("/ping")).status == 200)
            let new = try RawClient(ipv6Port: server.port)
            #expect(try new.ask(.get("/ping")).status == 200)
        }
    }

    @Test
    func listensOnAUnixSocketAndReplacesAStaleOne() throws {
        let path = "/tmp/carteiro-test-\(getpid()).sock"
        RawClient.leaveSocketFile(path)
        try TestServer.with(TestServer(endpoints: [.unix(path: path)])) { server in
            let client = try RawClient(path: path)
            #expect(try client.ask(.post("/echo", "x")).text == "x")
            #expect(throws: SocketError(.addressInUse, endpoint: "socket \(path)")) {
                _ = try TestServer(endpoints: [.unix(path: path)])
            }
            #expect(server.port == 0)
        }
        #expect(unsafe access(path, F_OK) != 0)
    }
}
