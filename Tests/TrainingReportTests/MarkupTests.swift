import Testing

@testable import TrainingReport

struct MarkupTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"), ("a\nb\tc", "a b c"),
        ("a\u{0}b\u{1F}c\u{FFFE}", "abc"), ("x\u{202E}y\u{2066}z", "xyz"), ("", "(empty)"), (" \u{202E} ", "(empty)"),
        ("إلغاء", "إلغاء"), ("não 👍🏽", "não 👍🏽"), ("&amp;", "&amp;amp;"),
    ])
    func textIsEscaped(text: String, escaped: String) {
        #expect(Markup.escaped(text) == escaped)
    }

    @Test func longTextIsCutBeforeItIsEscaped() {
        #expect(Markup.shortened("<<<<<<", to: 3) == "&lt;&lt;…")
        #expect(Markup.shortened("abc", to: 3) == "abc")
        #expect(Markup.breakable("a_b/c", to: 9) == "a_<wbr>b/<wbr>c")
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcdef…"), ("MMMMM", 5, "MMM…"), ("日本語", 5, "日本…"), ("<a", 1, "&lt;…"),
    ])
    func textInAPictureIsCutByItsWidth(text: String, most: Int, shown: String) {
        #expect(Markup.fitted(text, to: most) == shown)
    }

    @Test func identifiersHoldLettersAndDigitsOnly() {
        #expect(Markup.identifier("a-b \"c\" ä") == "a_b__c____")
    }
}
