import Glibc
import HTTP
import HTTPServer
import Testing

/// Requests whose bodies are taken while they arrive.
@Suite(.serialized)
struct ServerStreamingTests {
    @Test(arguments: [
        "Content-Length: 11\r\n\r\nhello world",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n",
    ])
    func bodyComesBackInChunksAndTheConnectionStays(rest: String) throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            for _ in 0..<3 {
                try client.send("POST /stream/echo HTTP/1.1\r\nHost: a\r\n" + rest)
                #expect(try client.chunkedBody() == Array("hello world".utf8))
            }
            #expect(try client.ask(.post("/echo", "x")).text == "x")
        }
    }

    @Test
    func answerBeginsBeforeTheBodyEnds() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send("POST /stream/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
            #expect(try client.answer(hasBody: false).head.contains("\r\nTransfer-Encoding: chunked"))
            try client.send("0\r\n\r\n")
            client.endSending()
            #expect(try client.rest() == "3\r\nabc\r\n0\r\n\r\n")
        }
    }

    @Test
    func pipelinedRequestsAroundAStreamedOneKeepTheirOrder() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.post("/a", "1") + .post("/stream/count", "12345") + .post("/b", "2"))
            #expect(try client.answer().text == "1")
            #expect(try client.chunkedBody() == Array("5 true".utf8))
            #expect(try client.answer().text == "2")
        }
    }

    @Test
    func bodyBeyondTheLimitPassesInBoundedPieces() throws {
        try TestServer.with(TestServer(limits: HTTPLimits(bodyBytes: 10))) { server in
            let client = try server.connect()
            let bytes = 32 << 20
            try client.send("POST /stream/count HTTP/1.1\r\nHost: a\r\nContent-Length: \(bytes)\r\n\r\n")
            try client.send([UInt8](repeating: 97, count: bytes))
            #expect(try client.chunkedBody() == Array("\(bytes) true".utf8))
        }
    }

    @Test
    func emptyBodyEndsAtOnce() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.get("/stream/count"))
            #expect(try client.chunkedBody() == Array("0 true".utf8))
            try client.send(.get("/stream/none"))
            #expect(try client.answer().status == 204)
            #expect(try client.ask(.get("/ping")).status == 200)
        }
    }

    @Test
    func longAnswerWaitsForASlowReader() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(.get("/stream/source"))
            usleep(100_000)
            #expect(try client.chunkedBody().count == 32 << 20)
        }
    }

    @Test
    func oldClientReadsToTheEndOfTheConnection() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send("POST /stream/echo HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc")
            let text = try client.rest()
            #expect(text.hasSuffix("\r\n\r\nabc"))
            #expect(text.contains("\r\nConnection: close\r\n"))
        }
    }

    @Test
    func clientThatWaitsFor100GetsItWhenStreaming() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send(
                "POST /stream/count HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
            )
            #expect(try client.answer(hasBody: false).status == 100)
            try client.send("ok")
            #expect(try client.chunkedBody() == Array("2 true".utf8))
        }
    }

    @Test
    func wholeRequestsAreAnsweredInPiecesOnAConnectionThatStays() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            for _ in 0..<2 {
                try client.send(.post("/pieces", "abc") + .post("/echo", "next"))
                #expect(try client.chunkedBody() == Array(String(repeating: "abc", count: 64).utf8))
                #expect(try client.answer().text == "next")
            }
        }
    }

    @Test
    func slowReaderOfAnAnswerInPiecesHoldsNoWorker() throws {
        try TestServer.with(TestServer(workers: 1)) { server in
            let slow = try server.connect()
            try slow.send(.post("/pieces", String(repeating: "a", count: 262_144)))
            let client = try server.connect()
            #expect(try client.ask(.post("/echo", "x")).text == "x")
            #expect(try slow.chunkedBody().count == 64 * 262_144)
        }
    }

    @Test
    func lengthyRequestHoldsNoWorker() throws {
        try TestServer.with(TestServer(workers: 1)) { server in
            let waiting = try server.connect()
            try waiting.send(.get("/lengthy/gate"))
            #expect(eventually { server.responder.gate.held == 1 })
            let client = try server.connect()
            #expect(try client.ask(.post("/echo", "x")).text == "x")
            server.responder.gate.open()
            #expect(try waiting.answer().text == "passed")
        }
    }

    @Test
    func malformedChunkIsAnsweredBy400() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            try client.send("POST /stream/count HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")
            usleep(20_000)
            let answer = try client.ask("zz\r\n")
            #expect(answer.status == 400)
            #expect(client.isClosed())
        }
    }

    @Test
    func responderThatGivesNoAnswerGets500() throws {
        try TestServer.with(TestServer()) { server in
            let client = try server.connect()
            #expect(try client.ask(.post("/stream/nothing", "abc")).status == 500)
            #expect(client.isClosed())
        }
    }

    @Test
    func slowOrDeadSendersFreeTheirWorker() throws {
        let timeouts = ServerTimeouts(header: 0.3, body: 0.3, idle: 5, linger: 0.1)
        try TestServer.with(TestServer(workers: 1, timeouts: timeouts)) { server in
            let head = "POST /stream/count HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"
            let dead = try server.connect()
            try dead.send(head)
            dead.reset()
            let slow = try server.connect()
            try slow.send(head)
            #expect(slow.isClosed())
            let client = try server.connect()
            #expect(try client.ask(.post("/echo", "x")).text == "x")
            #expect(eventually { server.server.statistics.open == 1 })
        }
    }

    @Test
    func shutdownLetsAStreamedRequestEnd() throws {
        let server = try TestServer()
        let client = try server.connect()
        try client.send("POST /stream/count HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc")
        let threads = ThreadGroup()
        let stopping = server.server
        usleep(50_000)
        threads.start { stopping.shutdown(within: 10) }
        usleep(400_000)
        try client.send("def")
        #expect(try client.chunkedBody() == Array("6 true".utf8))
        threads.join()
    }
}
