import HTTP
import Testing

struct RequestParserStrictnessTests {
    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n"
    private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"
    private static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

    @Test(arguments: [
        ("GET /\r\n\r\n", HTTPError.Kind.malformedRequestLine),
        ("GET  / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("GET /  HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("GET / HTTP/1.1 \r\n\r\n", .malformedRequestLine),
        (" GET / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("GET / http/1.1\r\n\r\n", .malformedRequestLine),
        ("GET / HTTP/1.x\r\n\r\n", .malformedRequestLine),
        ("G(T / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("\r\n\r\nGET / HTTP/1.1\r\n\r\n", .malformedRequestLine),
        ("\u{16}\u{3}\u{1}\r\n", .malformedRequestLine),
        (String(repeating: "A", count: 33) + " / HTTP/1.1\r\n\r\n", .methodTooLong(limit: 32)),
        ("GET /\u{0} HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET /\t HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET /\u{e9} HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET /a#b HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET ping HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET * HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET http:///x HTTP/1.1\r\n\r\n", .malformedTarget),
        ("CONNECT a:80 HTTP/1.1\r\n\r\n", .malformedTarget),
        ("GET / HTTP/2.0\r\n\r\n", .unsupportedVersion),
        ("GET / HTTP/0.9\r\n\r\n", .unsupportedVersion),
        ("GET / HTTP/1.1\nHost: a\r\n\r\n", .bareLineFeed),
        ("\n", .bareLineFeed),
    ])
    func requestLineIsStrict(text: String, kind: HTTPError.Kind) {
        #expect(ParserHarness.error(text)?.kind == kind)
    }

    @Test(arguments: [
        (get + "A : b\r\n\r\n", HTTPError.Kind.whitespaceBeforeColon),
        (get + "A: b\r\n c\r\n\r\n", .obsoleteLineFolding),
        (get + "\tA: b\r\n\r\n", .obsoleteLineFolding),
        (get + "A\r\n\r\n", .malformedFieldName),
        (get + ": b\r\n\r\n", .malformedFieldName),
        (get + "A(: b\r\n\r\n", .malformedFieldName),
        (get + "\u{e9}: b\r\n\r\n", .malformedFieldName),
        (get + "A: b\u{0}\r\n\r\n", .invalidFieldValue),
        (get + "A: b\rc\r\n\r\n", .invalidFieldValue),
        (get + "A: b\u{7f}\r\n\r\n", .invalidFieldValue),
        (get + "A: b\n\r\n", .bareLineFeed),
        (get + "A: b\r\n\n", .bareLineFeed),
        (get + "\r\r\n", .malformedFieldName),
        (get + "Host: b\r\n\r\n", .repeatedHost),
        ("GET / HTTP/1.1\r\n\r\n", .missingHost),
        ("GET / HTTP/1.0\r\nHost: a\r\nhost: a\r\n\r\n", .repeatedHost),
        (get + "Expect: 200-ok\r\n\r\n", .unsupportedExpectation),
    ])
    func fieldsAreStrict(text: String, kind: HTTPError.Kind) {
        #expect(ParserHarness.error(text)?.kind == kind)
    }

    @Test(arguments: [
        (post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", HTTPError.Kind.repeatedContentLength),
        (post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", .repeatedContentLength),
        (post + "Content-Length: 1, 1\r\n\r\n", .invalidContentLength),
        (post + "Content-Length:\r\n\r\n", .invalidContentLength),
        (post + "Content-Length: +1\r\n\r\n", .invalidContentLength),
        (post + "Content-Length: -1\r\n\r\n", .invalidContentLength),
        (post + "Content-Length: 0x1\r\n\r\n", .invalidContentLength),
        (post + "Content-Length: 1 1\r\n\r\n", .invalidContentLength),
        (post + "Content-Length: 99999999999999999999999\r\n\r\n", .bodyTooLarge(limit: 6_291_456)),
        (post + "Content-Length: 6291457\r\n\r\n", .bodyTooLarge(limit: 6_291_456)),
        (post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", .contentLengthWithTransferEncoding),
        (post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", .contentLengthWithTransferEncoding),
        (post + "Transfer-Encoding: gzip, chunked\r\n\r\n", .unsupportedTransferEncoding),
        (post + "Transfer-Encoding: identity\r\n\r\n", .unsupportedTransferEncoding),
        (post + "Transfer-Encoding: xchunked\r\n\r\n", .unsupportedTransferEncoding),
        (post + "Transfer-Encoding:\r\n\r\n", .unsupportedTransferEncoding),
        (post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", .unsupportedTransferEncoding),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", .unsupportedTransferEncoding),
    ])
    func framingIsStrict(text: String, kind: HTTPError.Kind) {
        #expect(ParserHarness.error(text)?.kind == kind)
    }

    @Test(arguments: [
        "\r\n", "g\r\n", "-1\r\n", "0x5\r\n", " 5\r\n", "5\n", "5\rX", "1\r\nab", "1\r\na\n", "1\r\na\rX", "1x\r\n",
        "5;a=\u{0}\r\n", "5;a\n", "ffffffffffffffffff\r\n", String(repeating: "0", count: 300),
        "5;" + String(repeating: "e", count: 300),
    ])
    func malformedChunksAreRefused(body: String) {
        #expect(ParserHarness.error(Self.chunked + body)?.kind == .malformedChunk)
    }

    @Test(arguments: [
        ("0\r\nA : b\r\n\r\n", HTTPError.Kind.whitespaceBeforeColon),
        ("0\r\nA: b\n\r\n", .bareLineFeed),
        ("0\r\n b\r\n\r\n", .obsoleteLineFolding),
        ("0\r\n\n", .bareLineFeed),
    ])
    func trailersAreStrict(body: String, kind: HTTPError.Kind) {
        #expect(ParserHarness.error(Self.chunked + body)?.kind == kind)
    }

    @Test(arguments: [
        ("GET /" + String(repeating: "a", count: 20) + " HTTP/1.1\r\n", HTTPError.Kind.targetTooLong(limit: 20)),
        ("GET /" + String(repeating: "a", count: 500), .targetTooLong(limit: 20)),
        (get + "A: " + String(repeating: "b", count: 80), .headersTooLarge(limit: 80)),
        (get + String(repeating: "A:b\r\n", count: 4) + "\r\n", .tooManyHeaders(limit: 4)),
        (post + "Content-Length: 11\r\n\r\n", .bodyTooLarge(limit: 10)),
        (chunked + "b\r\n01234567890", .bodyTooLarge(limit: 10)),
        (chunked + "0\r\n" + String(repeating: "A:b\r\n", count: 5), .tooManyHeaders(limit: 4)),
        (chunked + "0\r\nA:" + String(repeating: "b", count: 80), .headersTooLarge(limit: 80)),
    ])
    func limitsHold(text: String, kind: HTTPError.Kind) {
        let limits = HTTPLimits(targetBytes: 20, headerBytes: 80, headerCount: 4, bodyBytes: 10)
        #expect(ParserHarness.error(text, limits: limits)?.kind == kind)
    }

    @Test
    func errorNamesTheLine() {
        #expect(ParserHarness.error(Self.get + "A : b\r\n\r\n")?.line == 3)
        #expect(ParserHarness.error("GET\r\n")?.line == 1)
        #expect(ParserHarness.error("GET / HTTP/1.1\r\n\r\n")?.line == nil)
    }

    @Test
    func failedParserReadsNothingMore() throws {
        var parser = RequestParser()
        #expect(throws: HTTPError.self) { try parser.consume(Array("\n".utf8).span) }
        #expect(parser.phase == .failed)
        #expect(try parser.consume(Array(Self.get.utf8).span) == 0)
        #expect(parser.takeMessage() == nil)
    }
}
