import HTTP
import Testing

struct HTTPHeadersTests {
    @Test
    func namesCompareWithoutCase() {
        let headers: HTTPHeaders = ["Content-Type": "a/b"]
        #expect(headers["content-TYPE"] == "a/b")
        #expect(headers["content-typ"] == nil)
    }

    @Test
    func severalLinesAreJoined() {
        var headers: HTTPHeaders = ["Accept": "a/b", "X": "1"]
        headers.append("accept", "c/d")
        #expect(headers["Accept"] == "a/b, c/d")
        #expect(headers.count == 3)
        #expect(headers.fields.map(\.name) == ["Accept", "X", "accept"])
    }

    @Test
    func equalityLooksAtLinesOnly() throws {
        let text = "GET / HTTP/1.1\r\nHost:  a\r\n\r\n"
        #expect(try ParserHarness.messages(text).first?.request.headers == ["HOST": "a"])
        #expect(["A": "b"] as HTTPHeaders != ["A": "c"])
    }

    @Test
    func parsedHeadersCanGrow() throws {
        var headers = try #require(try ParserHarness.messages("GET / HTTP/1.1\r\nHost: a\r\n\r\n").first).request
            .headers
        headers.append("X", "y")
        #expect(headers["x"] == "y")
        #expect(headers["host"] == "a")
    }
}
