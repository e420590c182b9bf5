import Testing

@testable import TextAnalysis

struct CharacterRepairTests {
    private func repaired(_ text: String) -> String {
        var output: [UInt8] = []
        CharacterRepair.apply(to: text.bytes.span, into: &output)
        return String(output)
    }

    @Test(arguments: [
        ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
        ("a\u{A0}b\u{202F}c\u{3000}d", "a b c d"),
        ("so\u{AD}ft\u{200B}zero\u{FEFF}", "softzero"),
        ("cafe\u{301} c\u{327}a\u{303}o N\u{303} Y\u{308}", "café ção Ñ Ÿ"),
        ("x\u{301}\u{302}\u{303}", "x"),
        ("\u{301}a", "a"),
        ("don’t ‘a’ `b´", "don't 'a' 'b'"),
        ("a – b — c ‐ d", "a - b - c - d"),
        ("a\u{0}b\u{1}c\u{7F}d\te", "a b c d\te"),
        ("９９ n°", "99 nº"),
        ("nÃ£o reclamaÃ§Ã£o AMANHÃ» Ã", "não reclamação AMANHÃ» Ã"),
        ("ação 🙂 日本", "ação 🙂 日本"),
    ])
    func oneSpellingIsLeft(text: String, expected: String) {
        // Bytes are compared: for strings the composed and the decomposed spelling are equal.
        #expect(repaired(text).bytes == expected.bytes)
    }

    @Test func noMaskByteIsLeft() {
        let all = String((0..<0x20).compactMap { Unicode.Scalar($0).map(Character.init) })
        #expect(repaired(all).utf8.allSatisfy { !Mask.isMask($0) })
    }

    @Test(arguments: [
        ("Reclama=C3=A7=C3=A3o que con=\ntinua", "Reclamação que continua"),
        ("promo=E7=E3o em Latin-1", "promoção em Latin-1"),
        ("a=3Db e =20", "a=3Db e =20"),
        ("1+1=2", "1+1=2"),
        ("=", "="),
    ])
    func quotedPrintableIsDecodedWhereItIsMeant(text: String, expected: String) {
        var output: [UInt8] = []
        QuotedPrintable.apply(to: text.bytes.span, into: &output)
        #expect(String(output) == expected)
    }

    @Test(
        arguments: [
            ([0x61, 0xC3, 0xA7], "aç"), ([0x61, 0xE7], "aç"), ([0x80, 0x93, 0xFF], "€“ÿ"), ([], ""),
            ([0x81], "\u{FFFD}"),
        ] as [([UInt8], String)]
    )
    func bytesAreDecodedAsUTF8OrWindows1252(bytes: [UInt8], expected: String) {
        #expect(TextDecoder.decode(bytes) == expected)
    }
}
