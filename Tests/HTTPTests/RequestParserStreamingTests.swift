import HTTP
import Testing

struct RequestParserStreamingTests {
    private var parser = RequestParser(limits: HTTPLimits(bodyBytes: 4)) { _, path in path == "/stream" }

    private mutating func feed(_ text: String) throws -> Int {
        let bytes = Array(text.utf8)
        return try parser.consume(bytes.span)
    }

    private mutating func takePiece() -> [UInt8] {
        parser.takePiece()
    }

    @Test
    mutating func headComesBeforeTheBody() throws {
        _ = try feed("POST /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nab")
        #expect(parser.isStreaming)
        #expect(parser.takeMessage() == nil)
        let head = parser.takeStreamedHead()
        #expect(head?.request.path == "/stream")
        #expect(head?.request.body == [])
        #expect(parser.takeStreamedHead() == nil)
        #expect(takePiece() == Array("ab".utf8))
        #expect(parser.takePiece().isEmpty)
        let isEarly = parser.finishStream()
        #expect(!isEarly)
        #expect(try feed("cdefGET") == 4)
        #expect(takePiece() == Array("cdef".utf8))
        let isFinished = parser.finishStream()
        #expect(isFinished)
        #expect(parser.phase == .idle)
    }

    @Test
    mutating func chunkedBodyIsNotLimited() throws {
        _ = try feed("POST /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        _ = parser.takeStreamedHead()
        for _ in 0..<10 {
            _ = try feed("3\r\nabc\r\n")
            #expect(takePiece() == Array("abc".utf8))
        }
        _ = try feed("0\r\n\r\n")
        let isFinished = parser.finishStream()
        #expect(isFinished)
    }

    @Test
    mutating func otherPathsKeepTheirLimit() throws {
        #expect(throws: HTTPError(.bodyTooLarge(limit: 4))) {
            try feed("POST /whole HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nab")
        }
    }

    @Test
    mutating func nextRequestAfterAStreamedOneIsWhole() throws {
        let rest = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"
        let text = "POST /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
        #expect(try feed(text + rest) == text.utf8.count)
        #expect(parser.takeStreamedHead()?.request.path == "/stream")
        let isFinished = parser.finishStream()
        #expect(isFinished)
        _ = try feed(rest)
        #expect(parser.takeMessage()?.request.path == "/x")
    }
}
