import Testing

@testable import TextAnalysis

struct TokenizerTests {
    private func tokens(_ text: String) -> [String] {
        let bytes = text.bytes
        var tokenizer = Tokenizer()
        var word = WordBuffer()
        var tokens: [String] = []
        while true {
            switch tokenizer.next(in: bytes.span, into: &word) {
            case .end: return tokens
            case .mask(let byte): tokens.append("<\(byte)>")
            case .word: tokens.append(String(word.array))
            }
        }
    }

    @Test(arguments: [
        ("Olá, MUNDO", ["olá", "mundo"]),
        ("AÇÃO ÉÉ ÀÈ", ["ação", "éé", "àè"]),
        ("enviou-me don't d'água", ["enviou-me", "don't", "d'água"]),
        ("-a- b-- 'c' d'", ["a", "b", "c", "d"]),
        ("a--b a-'b", ["a", "b", "a", "b"]),
        ("2x 110v 3,5", ["2x", "110v", "3", "5"]),
        ("2×3÷4", ["2", "3", "4"]),
        ("Ÿ Œ ЖЗ ΑΒ", ["ÿ", "œ", "жз", "αβ"]),
        ("a\u{1}b\u{E}", ["a", "<1>", "b", "<14>"]),
        ("bom🙂dia 🙂", ["bom", "dia"]),
        ("\u{301}\u{301}", []),
        ("1ª nº", ["1ª", "nº"]),
        ("", []),
        ("x\ny\tz", ["x", "y", "z"]),
    ])
    func textIsCutIntoWordsAndMasks(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test func aVeryLongWordIsNoWord() {
        let longest = String(repeating: "a", count: WordBuffer.limit)
        #expect(tokens("x " + longest + " y") == ["x", longest, "y"])
        #expect(tokens("x " + longest + "a y") == ["x", "y"])
        #expect(tokens(longest + "a") == [])
    }
}
