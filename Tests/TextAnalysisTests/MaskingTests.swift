import Testing
import TextAnalysis

struct MaskingTests {
    // Synthetic: the CPF is made up and only its check digits are right.
    @Test(
        arguments: [
            ("Meu e-mail é fulana@exemplo.com.br", "Meu e-mail é [email]"),
            ("CPF 111.444.777-35, obrigada!", "CPF [cpf], obrigada!"),
            ("veja https://exemplo.com/pedido?id=1", "veja [url]"),
            ("<p>fulana<b></b>@exemplo.com</p>", "[email]"),
            ("não chegou\naté hoje", "não chegou\naté hoje"), ("", ""),
        ]
    )
    func personalDataIsMasked(text: String, masked: String) {
        #expect(TextAnalyzer.masked(text).trimmed == masked)
    }

    @Test func maskedTextStaysAsItIs() {
        let masked = TextAnalyzer.masked("ligue (11) 98765-4321 ou escreva a fulana@exemplo.com")
        #expect(!masked.contains("98765") && !masked.contains("fulana"))
        #expect(TextAnalyzer.masked(masked) == masked)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
