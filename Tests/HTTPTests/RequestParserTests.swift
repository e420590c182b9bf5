import HTTP
import Testing

struct RequestParserTests {
    private let post =
        "POST /invocations?top_k=3 HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 5\r\n\r\nhello"

    @Test(arguments: [1, 2, 3, 7, 50, 1_000])
    func readsARequestInPiecesOfAnySize(pieceBytes: Int) throws {
        let messages = try ParserHarness.messages(post, pieceBytes: pieceBytes)
        let message = try #require(messages.first)
        #expect(messages.count == 1)
        #expect(message.request.method == .post)
        #expect(message.request.path == "/invocations")
        #expect(message.request.query == "top_k=3")
        #expect(message.request.headers["content-type"] == "text/csv")
        #expect(message.request.headers.count == 3)
        #expect(message.request.body == Array("hello".utf8))
        #expect(message.keepsAlive)
    }

    @Test(arguments: [1, 5, 1_000])
    func readsPipelinedRequestsInOrder(pieceBytes: Int) throws {
        let second = "GET /ping HTTP/1.1\r\nHost: a\r\n\r\n"
        let messages = try ParserHarness.messages(post + second + post, pieceBytes: pieceBytes)
        #expect(messages.map(\.request.path) == ["/invocations", "/ping", "/invocations"])
    }

    @Test
    func stopsAtTheEndOfARequest() throws {
        var parser = RequestParser()
        let bytes = Array((post + "GET").utf8)
        #expect(try parser.consume(bytes.span) == post.utf8.count)
        #expect(parser.phase == .complete)
        #expect(try parser.consume(bytes.span) == 0)
    }

    @Test
    func phaseFollowsTheBytes() throws {
        var parser = RequestParser()
        #expect(parser.phase == .idle)
        _ = try parser.consume(Array("POST / HT".utf8).span)
        #expect(parser.phase == .head)
        _ = try parser.consume(Array("TP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n".utf8).span)
        #expect(parser.phase == .body)
        _ = try parser.consume(Array("x".utf8).span)
        #expect(parser.bodyCount == 1)
        #expect(parser.takeMessage() == nil)
        _ = try parser.consume(Array("y".utf8).span)
        #expect(parser.phase == .complete)
        #expect(parser.takeMessage()?.request.body == Array("xy".utf8))
        #expect(parser.phase == .idle)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", true),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade , CLOSE\r\n\r\n", false),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection:\r\n\r\n", true),
        ("GET / HTTP/1.0\r\n\r\n", false),
        ("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true),
        ("GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", false),
    ])
    func connectionFieldAndVersionDecideWhetherToStay(text: String, keepsAlive: Bool) throws {
        #expect(try ParserHarness.messages(text).map(\.keepsAlive) == [keepsAlive])
    }

    @Test(
        arguments: [
            ("/a/b?c=d?e", "/a/b", "c=d?e"),
            ("/?", "/", ""),
            ("/%20;x", "/%20;x", nil),
            ("http://host:80/p?q", "/p", "q"),
            ("HTTP://host", "/", nil),
            ("http://host?q", "/", "q"),
        ] as [(String, String, String?)]
    )
    func targetGivesPathAndQuery(target: String, path: String, query: String?) throws {
        let message = try ParserHarness.messages("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n").first
        #expect(message?.request.path == path)
        #expect(message?.request.query == query)
    }

    @Test
    func optionsMayAskForTheWholeServer() throws {
        #expect(try ParserHarness.messages("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").first?.request.path == "*")
    }

    @Test
    func unknownMethodIsRead() throws {
        let message = try ParserHarness.messages("BREW / HTTP/1.1\r\nHost: a\r\n\r\n").first
        #expect(message?.request.method.rawValue == "BREW")
    }

    @Test
    func higherMinorVersionIsReadAsOnePointOne() throws {
        #expect(try ParserHarness.messages("GET / HTTP/1.7\r\nHost: a\r\n\r\n").first?.minorVersion == 1)
    }

    @Test
    func oneEmptyLineBeforeTheRequestIsPassedOver() throws {
        #expect(try ParserHarness.messages("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").count == 1)
    }

    @Test
    func valuesLoseWhiteSpaceAtTheirEndsOnly() throws {
        let text = "GET / HTTP/1.1\r\nHost:a\r\nA: \t b  c \t\r\nEmpty:\r\n\r\n"
        let headers = try #require(try ParserHarness.messages(text).first?.request.headers)
        #expect(headers["a"] == "b  c")
        #expect(headers["empty"] == "")
    }

    @Test
    func bytesAboveASCIIStayInValues() throws {
        let headers = try ParserHarness.messages("GET / HTTP/1.1\r\nHost: a\r\nX: caf\u{e9}\r\n\r\n").first?.request
            .headers
        #expect(headers?["x"] == "caf\u{e9}")
    }

    @Test(arguments: [1, 4, 1_000])
    func readsAChunkedBodyWithExtensionsAndTrailers(pieceBytes: Int) throws {
        let text =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
            + "5\r\nhello\r\n00a;name=\"v\"\r\n, big worl\r\n1 \r\nd\r\n0\r\nX-Sum: 1\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"
        let messages = try ParserHarness.messages(text, pieceBytes: pieceBytes)
        #expect(messages.count == 2)
        #expect(messages.first?.request.body == Array("hello, big world".utf8))
        #expect(messages.first?.request.headers["x-sum"] == nil)
    }

    @Test
    func clientThatWaitsFor100IsNoticedUntilItSends() throws {
        var parser = RequestParser()
        let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
        _ = try parser.consume(Array(head.utf8).span)
        #expect(parser.awaitsContinue)
        var answered = parser
        answered.didContinue()
        #expect(!answered.awaitsContinue)
        _ = try parser.consume(Array("x".utf8).span)
        #expect(!parser.awaitsContinue)
    }

    @Test(arguments: [
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n",
        "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n",
    ])
    func nobodyWaitsFor100WithoutBodyOrOn10(text: String) throws {
        var parser = RequestParser()
        _ = try parser.consume(Array(text.utf8).span)
        #expect(!parser.awaitsContinue)
    }

    @Test
    func bodyOfTheLargestSizeIsRead() throws {
        let limits = HTTPLimits(bodyBytes: 10)
        let head = "POST / HTTP/1.1\r\nHost: a\r\n"
        let plain = try ParserHarness.messages(head + "Content-Length: 10\r\n\r\n0123456789", limits: limits)
        let chunked = try ParserHarness.messages(
            head + "Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n",
            limits: limits
        )
        #expect(plain.first?.request.body == chunked.first?.request.body)
    }
}
