import HTTP
import Testing

struct ResponseEncoderTests {
    private func encode(
        _ response: HTTPResponse,
        _ context: ResponseEncoder.Context = .init(),
        date: HTTPDate? = nil
    ) -> String {
        var buffer: [UInt8] = []
        ResponseEncoder(date: date).encode(response, context, into: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    @Test
    func headAndBodyStandInOneBuffer() {
        let response = HTTPResponse(status: .ok, headers: ["Content-Type": "text/plain"], body: Array("hi".utf8))
        #expect(encode(response) == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi")
    }

    @Test
    func emptyBodyHasLengthZero() {
        #expect(encode(HTTPResponse(status: .ok)) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    }

    @Test
    func headKeepsTheLengthOfTheBodyItLeavesOut() {
        let response = HTTPResponse(status: .ok, body: Array("hello, world".utf8))
        #expect(encode(response, .init(omitsBody: true)) == "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n")
    }

    @Test(arguments: [HTTPStatus.noContent, .notModified])
    func someStatusesHaveNeitherBodyNorLength(status: HTTPStatus) {
        let text = encode(HTTPResponse(status: status, body: [1, 2]))
        #expect(text == "HTTP/1.1 \(status.rawValue) \(status.reasonPhrase)\r\n\r\n")
    }

    @Test
    func dateStandsInFrontWhenGiven() {
        let text = encode(HTTPResponse(status: .ok), date: HTTPDate(secondsSinceEpoch: 784_111_777))
        #expect(text == "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 0\r\n\r\n")
    }

    @Test
    func connectionFieldSaysWhatIsNotTheDefault() {
        let response = HTTPResponse(status: .ok)
        #expect(encode(response, .init(keepsAlive: false)).contains("\r\nConnection: close\r\n"))
        #expect(encode(response, .init(minorVersion: 0)).contains("\r\nConnection: keep-alive\r\n"))
        #expect(!encode(response).contains("Connection"))
    }

    @Test(arguments: [
        ("X", "a\r\nSet-Cookie: b"), ("X", "a\nb"), ("X", "a\u{0}"), ("X Y", "a"), ("X:", "a"), ("", "a"),
        ("Content-Length", "5"), ("transfer-encoding", "chunked"), ("CONNECTION", "close"), ("Date", "now"),
    ])
    func fieldsThatCouldForgeLinesOrFramingAreLeftOut(name: String, value: String) {
        var response = HTTPResponse(status: .ok, headers: ["A": "b"])
        response.headers.append(name, value)
        #expect(encode(response) == "HTTP/1.1 200 OK\r\nA: b\r\nContent-Length: 0\r\n\r\n")
    }

    @Test(arguments: [
        (404, "HTTP/1.1 404 Not Found\r\n"), (299, "HTTP/1.1 299 \r\n"), (12, "HTTP/1.1 500 \r\n"),
        (200_000, "HTTP/1.1 500 \r\n"), (-1, "HTTP/1.1 500 \r\n"),
    ])
    func statusLineHasThreeDigits(code: Int, line: String) {
        #expect(encode(HTTPResponse(status: HTTPStatus(rawValue: code))).hasPrefix(line))
    }

    @Test
    func chunkedAnswersHaveNoLength() {
        let response = HTTPResponse(status: .ok, body: Array("hello, world, again".utf8))
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(encode(response, .init(framing: .chunked)) == head + "13\r\nhello, world, again\r\n")
        #expect(encode(HTTPResponse(status: .ok), .init(framing: .chunked)) == head)
        #expect(encode(HTTPResponse(status: .ok), .init(framing: .close)) == "HTTP/1.1 200 OK\r\n\r\n")
    }

    @Test
    func emptyPiecesAreNotTakenForTheLastChunk() {
        var buffer: [UInt8] = []
        ResponseEncoder.append(piece: [], .chunked, to: &buffer)
        #expect(buffer.isEmpty)
        ResponseEncoder.append(piece: [97], .chunked, to: &buffer)
        #expect(buffer == Array("1\r\na\r\n".utf8))
    }

    @Test
    func answersAppendToTheBuffer() {
        var buffer: [UInt8] = []
        ResponseEncoder().encode(HTTPResponse(status: .ok), into: &buffer)
        let once = buffer
        ResponseEncoder().encode(HTTPResponse(status: .ok), into: &buffer)
        #expect(buffer == once + once)
    }
}
