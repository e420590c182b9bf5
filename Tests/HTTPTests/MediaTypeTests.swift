import HTTP
import Testing

struct MediaTypeTests {
    @Test(arguments: [
        ("text/csv", "text/csv"),
        ("TEXT/CSV; Charset=UTF-8", "text/csv; charset=UTF-8"),
        ("  application/json ;verbose=\"a b\\\"c\" ", "application/json; verbose=\"a b\\\"c\""),
        ("text/csv;;label_size=0;", "text/csv; label_size=0"),
        ("application/vnd.x+json", "application/vnd.x+json"),
        ("a/b; c=\"\"", "a/b; c=\"\""),
    ])
    func parsesAndPrints(text: String, printed: String) {
        #expect(MediaType(parsing: text)?.description == printed)
    }

    @Test(arguments: [
        "", "text", "text/", "/csv", "text csv", "text/csv x", "text/csv; a", "text/csv; a=", "t/c; a=\"b", "a/b,c/d",
    ])
    func refusesWhatIsNoMediaType(text: String) {
        #expect(MediaType(parsing: text) == nil)
    }

    @Test
    func parametersAreFoundByName() {
        let media = MediaType(parsing: "text/csv; CHARSET=iso-8859-1; header=present")
        #expect(media?["charset"] == "iso-8859-1")
        #expect(media?["header"] == "present")
        #expect(media?["label_size"] == nil)
        #expect(media?.essence == "text/csv")
    }
}
