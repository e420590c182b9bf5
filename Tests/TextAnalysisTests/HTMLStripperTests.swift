import Testing

@testable import TextAnalysis

struct HTMLStripperTests {
    private func stripped(_ text: String, dropsQuotes: Bool = true) -> String {
        var output: [UInt8] = []
        HTMLStripper.apply(to: text.bytes.span, into: &output, dropsQuotes: dropsQuotes)
        return String(output).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: [
        ("<p>a<b>b</b></p><div>c</div>", "ab c"),
        ("a<br/>b<BR>c", "a b c"),
        ("<td>a</td><td>b</td>", "a b"),
        ("<style>p {}</style>a<script>x<y</script>b", "ab"),
        ("<STYLE>p {}</Style>a", "a"),
        ("<style>never ends", "never ends"),
        ("<!-- hidden <b> -->a<!DOCTYPE html>b", "ab"),
        ("<!-- never ends", "<!-- never ends"),
        ("&lt;b&gt; &amp;amp; &#231;&#xE3;&ccedil;&Atilde;", "<b> &amp; çãçÃ"),
        ("a&nbsp;b &unknown; &; & &#0; &#xD800; &#99999999;", "a b &unknown; &; & \u{0} &#xD800; &#99999999;"),
        ("5 < 6 > 4 a<b", "5 < 6 > 4 a<b"),
        ("<ana@mail.example> <https://a.b/c>", "<ana@mail.example> <https://a.b/c>"),
        ("<o:p>a</o:p>", "a"),
        ("<p a=1", "<p a=1"),
        ("a<blockquote>b</blockquote>c", "a c"),
        ("a<div class=\"gmail_quote\"><div>b</div>c</div>d", "a d"),
        ("a<blockquote>b<blockquote>c</blockquote>d</blockquote>e", "a e"),
        ("a<span id=\"OLK_SRC_BODY_SECTION\">b</span>", "a"),
        ("a<div style='border-top:solid #B5C4DF 1.0pt'>b</div>c", "a"),
        ("<blockquote>all is quoted</blockquote>", "all is quoted"),
        ("<", "<"), ("", ""), ("</", "</"), ("&", "&"),
    ])
    func textIsLeft(html: String, expected: String) {
        #expect(stripped(html) == expected)
    }

    @Test func quotesStayWhenTheyAreNotToBeCleaned() {
        #expect(stripped("a<blockquote>b</blockquote>", dropsQuotes: false) == "a b")
    }

    @Test func lineFeedsOfTheSourceAreSpacesInADocumentOnly() {
        var output: [UInt8] = []
        HTMLStripper.apply(to: "<p>a\nb</p>".bytes.span, into: &output, dropsQuotes: true)
        #expect(String(output) == "\na b\n")
        output = []
        HTMLStripper.apply(to: "a <i>b</i>\nc".bytes.span, into: &output, dropsQuotes: true)
        #expect(String(output) == "a b\nc")
    }
}
