import HTTP
import Testing

struct QueryParametersTests {
    @Test
    func pairsAreDecodedInOrder() {
        let query = QueryParameters("a=1&b=two+w%C3%B3rds&a=3&flag&&=x&bad=%zz&c=d=e")
        #expect(query.values(of: "a") == ["1", "3"])
        #expect(query["b"] == "two w\u{f3}rds")
        #expect(query["flag"] == "")
        #expect(query["bad"] == nil)
        #expect(query["c"] == "d=e")
        #expect(query.pairs.map(\.name) == ["a", "b", "a", "flag", "", "c"])
    }

    @Test
    func noQueryHasNoPairs() {
        #expect(QueryParameters(nil).pairs.isEmpty)
        #expect(QueryParameters("").pairs.isEmpty)
    }

    @Test(
        arguments: [
            ("a%2Fb", "a/b"), ("a+b", "a+b"), ("%C3%A9", "\u{e9}"), ("%", nil), ("%4", nil), ("%4g", nil), ("%FF", nil),
            ("", ""),
        ] as [(String, String?)]
    )
    func percentEscapesAreDecoded(text: String, decoded: String?) {
        #expect(PercentCoding.decode(text) == decoded)
    }
}
