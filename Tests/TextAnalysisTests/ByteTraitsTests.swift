import Testing

@testable import TextAnalysis

struct ByteTraitsTests {
    @Test(
        arguments: [
            ("bom dia", []), ("wow, how", []), ("aw wa", []), ("ww", .doubleW), ("veja WWw.loja", .doubleW),
            ("Ww", .doubleW),
            ("a\nb", .lineFeed), ("a\tb", []), ("<b>", .markup), ("&nbsp;", .markup), ("a=b", .equalsSign),
            ("3", .entity),
            ("a@b", .entity), ("e/ou", .entity), ("a\rb", .irregular), ("`", .irregular),
            ("1º", [.entity, .irregular]),
            ("\u{301}", .irregular), ("—", .irregular), ("ação", []), ("", []),
        ] as [(String, ByteTraits)]
    )
    func aTextHasTheTraitsOfItsBytes(text: String, expected: ByteTraits) {
        let traits = ByteTraits(of: text.bytes.span)
        #expect(traits == expected, "\(text)")
    }

    @Test(arguments: [("Veja WWW.loja.example", "Veja \u{2}"), ("Wer? wow", "Wer? wow"), ("a www b", "a www b")])
    func aBareWebAddressIsMaskedThoughNothingElseIs(text: String, expected: String) {
        var buffer = AnalysisBuffer()
        TextCleaner(AnalyzerParameters()).clean(text, with: &buffer)
        #expect(String(buffer.text) == expected)
    }
}
