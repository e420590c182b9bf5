import HTTP
import Testing

struct HTTPErrorTests {
    @Test(arguments: [
        (HTTPError.Kind.malformedRequestLine, 400, "the request line must be METHOD SP TARGET SP HTTP/1.1"),
        (.methodTooLong(limit: 32), 501, "the method is longer than 32 bytes; use a known method"),
        (
            .malformedTarget, 400,
            "the request target must be a path or an http URL in visible ASCII; percent-encode the rest"
        ),
        (.targetTooLong(limit: 9), 414, "the request target is longer than 9 bytes; send data in the body"),
        (.unsupportedVersion, 505, "the protocol version is not HTTP/1.1 or HTTP/1.0"),
        (.bareLineFeed, 400, "a line ends in LF alone; end every line by CR LF"),
        (.malformedFieldName, 400, "a header line must be NAME: VALUE with a name of token characters"),
        (.whitespaceBeforeColon, 400, "there is white space between header name and colon; remove it"),
        (.invalidFieldValue, 400, "a header value holds a control character; remove it"),
        (.obsoleteLineFolding, 400, "a header line is folded; write it on one line"),
        (.headersTooLarge(limit: 9), 431, "the header is larger than 9 bytes; send fewer or shorter lines"),
        (.tooManyHeaders(limit: 9), 431, "there are more than 9 header lines; send fewer"),
        (.missingHost, 400, "HTTP/1.1 needs a Host header"),
        (.repeatedHost, 400, "there is more than one Host header; send one"),
        (.invalidContentLength, 400, "Content-Length must be one decimal number"),
        (.repeatedContentLength, 400, "there is more than one Content-Length; send one"),
        (
            .contentLengthWithTransferEncoding, 400,
            "both Content-Length and Transfer-Encoding are given; send one of them"
        ),
        (.unsupportedTransferEncoding, 400, "the only Transfer-Encoding known here is chunked, on HTTP/1.1"),
        (.unsupportedExpectation, 417, "the only expectation known here is 100-continue"),
        (.malformedChunk, 400, "the chunked body is malformed; each chunk is SIZE in hex CR LF DATA CR LF"),
        (.bodyTooLarge(limit: 9), 413, "the body is larger than 9 bytes; send fewer records at a time"),
        (.headerTimeout, 408, "the header did not arrive in time; send it at once"),
        (.bodyTimeout, 408, "the body did not arrive in time; send it faster"),
        (.queueFull, 503, "too many requests wait already; try again later"),
        (.connectionLost, 400, "the connection ended before the message did; send it again"),
        (.tooManyConnections, 503, "too many connections are open; try again later"),
    ])
    func everyKindHasAStatusAndAMessage(kind: HTTPError.Kind, status: Int, text: String) {
        #expect(HTTPError(kind).status.rawValue == status)
        #expect(HTTPError(kind).description == "HTTP request: \(text)")
        #expect(HTTPError(kind, line: 3).description == "HTTP request, line 3: \(text)")
    }

    @Test
    func answerIsJSON() {
        let response = HTTPError(.missingHost).response
        #expect(response.headers["content-type"] == "application/json")
        let body = #"{"error":{"code":"bad_request","message":"HTTP request: HTTP/1.1 needs a Host header"}}"#
        #expect(String(decoding: response.body, as: UTF8.self) == body)
    }

    @Test
    func busyAnswerSaysWhenToComeBack() {
        #expect(HTTPError(.queueFull).response.headers["retry-after"] == "1")
        #expect(HTTPError(.missingHost).response.headers["retry-after"] == nil)
    }
}
