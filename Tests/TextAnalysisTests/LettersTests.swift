import Testing

@testable import TextAnalysis

struct LettersTests {
    @Test(arguments: [
        ("ÁÇÃO ÑÜ", "áção ñü"), ("ŠŽĀ", "šžā"), ("×÷ß", "×÷ß"), ("abc-XYZ 09", "abc-xyz 09"), ("ΑΒΓ", "αβγ"),
    ])
    func lettersAreLowercased(text: String, expected: String) {
        #expect(String(Letters.lowercased(text.bytes)) == expected)
    }

    @Test(arguments: [
        ("reclamação", "reclamacao"), ("ñandú", "nandu"), ("ÀÉÎÕÜ", "AEIOU"), ("plain", "plain"), ("ẽỹ", "ey"),
        ("ø ß æ", "ø ß æ"), ("e\u{301}", "e"), ("日本", "日本"),
    ])
    func accentsAreFolded(text: String, expected: String) {
        #expect(String(Letters.folded(text.bytes)) == expected)
    }

    @Test func foldingIsWhatUnicodeDecomposes() {
        for value in UInt32(0xC0)..<0x180 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = Letters.folded(String(scalar).bytes)
            #expect(Letters.folded(folded) == folded)
            #expect(folded.count <= 2)
        }
    }

    @Test func aDamagedSequenceIsReadWithoutTrap() {
        for bytes: [UInt8] in [[0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x99], [0xFF], [0x80]] {
            #expect(UTF8Scalar(in: bytes.span, at: 0).length >= 1)
            #expect(Letters.folded(bytes).count <= bytes.count)
        }
    }
}
