import HTTP
import Testing

struct PercentCodingTests {
    @Test(arguments: [
        ("abc-._~019Z", "abc-._~019Z"), ("a b/c", "a%20b%2Fc"), ("n\u{e3}o\n", "n%C3%A3o%0A"), ("%", "%25"), ("", ""),
    ])
    func textSurvivesItsEscapes(text: String, encoded: String) {
        #expect(PercentCoding.encode(text) == encoded)
        #expect(PercentCoding.decode(encoded) == text)
    }

    @Test func charactersThatMayStayAreKept() {
        #expect(PercentCoding.encode("a/b c", allowed: "/") == "a/b%20c")
    }
}
