import HTTP
import Testing

struct AcceptListTests {
    private let json = MediaType("application", "json")
    private let lines = MediaType("application", "jsonlines")
    private let csv = MediaType("text", "csv")

    @Test(
        arguments: [
            (nil, "application/json"),
            ("", "application/json"),
            ("*/*", "application/json"),
            ("text/csv", "text/csv"),
            ("TEXT/CSV", "text/csv"),
            ("text/*", "text/csv"),
            ("text/*, application/json;q=0.5", "text/csv"),
            ("text/csv;q=0.4, application/jsonlines;q=0.5", "application/jsonlines"),
            ("*/*, application/json;q=0", "application/jsonlines"),
            ("text/html, */*;q=0.1", "application/json"),
            ("text/html", nil),
            ("*/*;q=0", nil),
            ("nonsense", "application/json"),
            ("nonsense, text/csv", "text/csv"),
            ("a/b;c=\",text/csv\", application/jsonlines", "application/jsonlines"),
            ("text/csv;q=2", "application/json"),
            ("text/csv;q=0.0001, application/json", "application/json"),
            ("text/csv;q=1.000, application/json;q=0.999", "text/csv"),
            ("*/csv", "application/json"),
            (",,text/csv", "text/csv"),
        ] as [(String?, String?)]
    )
    func choosesTheBestOffer(field: String?, best: String?) {
        #expect(AcceptList(field).best(of: [json, lines, csv])?.essence == best)
    }

    @Test
    func parameterOfARangeMustBeInTheOffer() {
        let verbose = MediaType("application", "json", parameters: [.init(name: "format", value: "blazingtext")])
        let list = AcceptList("application/json;format=BlazingText, application/json;q=0.2")
        #expect(list.weight(of: verbose) == 1_000)
        #expect(list.weight(of: json) == 200)
        #expect(list.best(of: [json, verbose]) == verbose)
    }

    @Test
    func theMoreSpecificRangeDecides() {
        let list = AcceptList("text/csv;q=0.1, text/*;q=0.9, */*;q=0.5")
        #expect(list.weight(of: csv) == 100)
        #expect(list.weight(of: MediaType("text", "plain")) == 900)
        #expect(list.weight(of: json) == 500)
    }
}
