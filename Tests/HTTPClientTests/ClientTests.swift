import Foundation
import HTTP
import HTTPClient
import Testing

struct ClientTests {
    private static func exchange(
        _ answer: String,
        after last: String = "\r\n\r\n",
        timeout: Double = 5,
        maxAnswerBytes: Int = 1_000,
        _ ask: (Client) throws -> HTTPResponse
    ) throws -> (request: String, response: Result<HTTPResponse, any Error>) {
        let server = try ScriptedServer()
        let client = Client(
            configuration: .init(
                baseURL: "http://127.0.0.1:\(server.port)",
                timeout: timeout,
                maxAnswerBytes: maxAnswerBytes
            )
        )
        let outcome = server.serveOnce(answer, after: last)
        let response = Result { try ask(client) }
        return (outcome.request(), response)
    }

    @Test
    func getSendsFieldsAndReadsTheAnswer() throws {
        let answer = "HTTP/1.1 404 Not Found\r\nContent-Type:  text/plain \r\nContent-Length: 3\r\n\r\nno!"
        let (request, response) = try Self.exchange(answer) {
            try $0.get("/models/x?y=1", headers: ["Accept": "text/csv", "X-Empty": ""])
        }
        #expect(request.hasPrefix("GET /models/x?y=1 HTTP/1.1\r\n"))
        #expect(request.contains("\r\nAccept: text/csv\r\n"))
        #expect(request.contains("\r\nX-Empty:"))
        let value = try response.get()
        #expect(value.status == .notFound)
        #expect(value.headers["content-type"] == "text/plain")
        #expect(value.body == Array("no!".utf8))
    }

    @Test
    func postSendsTheBody() throws {
        let (request, response) = try Self.exchange("HTTP/1.1 204 No Content\r\n\r\n", after: "hello") {
            try $0.post("/invocations", headers: ["Content-Type": "text/plain"], body: Array("hello".utf8))
        }
        #expect(request.hasPrefix("POST /invocations HTTP/1.1\r\n"))
        #expect(request.contains("\r\nContent-Length: 5\r\n"))
        #expect(request.hasSuffix("\r\n\r\nhello"))
        #expect(try response.get().status == .noContent)
    }

    @Test
    func emptyPostHasLengthZero() throws {
        let (request, response) = try Self.exchange("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") {
            try $0.post("/", body: [])
        }
        #expect(request.contains("\r\nContent-Length: 0\r\n"))
        #expect(try response.get().body.isEmpty)
    }

    @Test
    func fileIsSentByPut() throws {
        let path = "/tmp/carteiro-upload-\(getpid())"
        let text = String(repeating: "0123456789", count: 20_000) + "end"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (request, response) = try Self.exchange("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", after: "end") {
            try $0.upload(file: path, to: "/a/b", headers: ["X-A": "1"])
        }
        #expect(request.hasPrefix("PUT /a/b HTTP/1.1\r\n"))
        #expect(request.contains("\r\nContent-Length: 200003\r\n"))
        #expect(request.hasSuffix("\r\n\r\n" + text))
        #expect(try response.get().status == .ok)
    }

    @Test
    func fileThatIsNotThereIsNamed() {
        let client = Client(configuration: .init(baseURL: "http://127.0.0.1:1"))
        let error = #expect(throws: ClientError.self) { try client.upload(file: "/tmp", to: "/x") }
        #expect(
            error?.description
                == "cannot send /tmp to http://127.0.0.1:1/x: the file cannot be read; check that it is there"
        )
    }

    @Test
    func requestMayHaveATimeOfItsOwn() throws {
        let server = try ScriptedServer()
        let client = Client(configuration: .init(baseURL: "http://127.0.0.1:\(server.port)", timeout: .infinity))
        let error = #expect(throws: ClientError.self) { try client.send(.get, "/", timeout: 0.1) }
        #expect(error?.kind == .timedOut)
    }

    @Test
    func headAndDeleteAreSentAsSuch() throws {
        let head = try Self.exchange("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n") { try $0.send(.head, "/a") }
        #expect(head.request.hasPrefix("HEAD /a HTTP/1.1\r\n"))
        #expect(try head.response.get().status == .ok)
        let delete = try Self.exchange("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") {
            try $0.send(.delete, "/models/m")
        }
        #expect(delete.request.hasPrefix("DELETE /models/m HTTP/1.1\r\n"))
    }

    @Test
    func chunkedAnswersAreDecoded() throws {
        let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
        #expect(try Self.exchange(answer) { try $0.get("/") }.response.get().body == Array("abc".utf8))
    }

    @Test(arguments: [
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + String(repeating: "a", count: 1_001),
            "larger than 1000 bytes"
        ),
        ("nonsense", "the transfer failed with libcurl's code 1 "),
        ("", "the transfer failed with libcurl's code 52 "),
    ])
    func brokenAnswersAreErrors(answer: String, text: String) throws {
        let (_, response) = try Self.exchange(answer) { try $0.get("/") }
        #expect(throws: ClientError.self) { try response.get() }
        if case .failure(let error) = response { #expect("\(error)".contains(text)) }
    }

    @Test
    func silenceEndsInATimeOut() throws {
        let server = try ScriptedServer()
        let client = Client(configuration: .init(baseURL: "http://127.0.0.1:\(server.port)", timeout: 0.1))
        let error = #expect(throws: ClientError.self) { try client.get("/") }
        #expect(error?.kind == .timedOut)
    }

    @Test(arguments: [
        ("http://127.0.0.1:1", ClientError.Kind.unreachable), ("ftp://127.0.0.1", .invalidURL),
        ("http://", .invalidURL),
    ])
    func wrongAddressesAreNamed(url: String, kind: ClientError.Kind) {
        let error = #expect(throws: ClientError.self) { try Client(configuration: .init(baseURL: url)).get("/") }
        #expect(error?.kind == kind)
        #expect(error?.description.hasPrefix("cannot ask \(url)/: ") == true)
    }

    @Test
    func headerWithALineEndIsRefused() {
        let client = Client(configuration: .init(baseURL: "http://127.0.0.1:1"))
        let error = #expect(throws: ClientError.self) { try client.get("/", headers: ["X": "a\r\nY: b"]) }
        #expect(
            error?.description == "cannot ask http://127.0.0.1:1/: the header X holds a control character; remove it"
        )
    }

    @Test
    func missingUnixSocketIsUnreachable() {
        let client = Client(configuration: .init(baseURL: "http://x", unixSocketPath: "/tmp/carteiro-no-such.sock"))
        let error = #expect(throws: ClientError.self) { try client.get("/") }
        #expect(error?.kind == .unreachable)
    }
}
