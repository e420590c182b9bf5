import Testing

@testable import TextAnalysis

struct EntityMaskerTests {
    private func masked(_ text: String) -> String {
        var output: [UInt8] = []
        EntityMasker.apply(to: text.bytes.span, into: &output)
        return String(output.flatMap { Mask(rawValue: $0)?.term.bytes ?? [$0] })
    }

    @Test(arguments: [
        ("fale com ana.souza+loja@mail.example.com.br já", "fale com [email] já"),
        ("joao12345@x.com, maria@empresa", "[email], [email]"),
        ("joão@x.com", "[email]"),
        ("veja https://loja.example/p?id=1&x=2 e www.loja.example.", "veja [url] e [url]"),
        ("HTTP://X.Y", "[url]"),
        ("CPF 529.982.247-25 ou 52998224725", "CPF [cpf] ou [cpf]"),
        ("cpf52998224725", "[number]"),
        ("529 982 247 25", "[cpf]"),
        ("529.982.247-26", "[number]"),
        ("CNPJ 11.222.333/0001-81 11222333000181", "CNPJ [cnpj] [cnpj]"),
        ("cartão 4111 1111 1111 1111 e 4111111111111111", "cartão [card] e [card]"),
        ("fone (11) 98765-4321 +55 11 98765-4321", "fone [phone] [phone]"),
        ("11 98765-4321, 3456-7890, 11987654321", "[phone], [phone], [phone]"),
        ("móvil 612 345 678 o +34 612345678", "móvil [phone] o [phone]"),
        ("CEP 01310-100", "CEP [cep]"),
        ("em 10/05/2023, 2023-05-10 e 10/05", "em [date], [date] e [date]"),
        ("custa R$ 1.234,56 ou R$99 ou US$ 10", "custa [amount] ou [amount] ou [amount]"),
        ("49,90 € y 50 reais", "[amount] € y [amount] reais"),
        ("pagué $50 y 10 veces", "pagué [amount] y [number] veces"),
        ("pedido 123456, protocolo nº 2023000123 e #998877", "pedido [order], protocolo nº [order] e #[order]"),
        ("pedido LB123456789BR", "pedido [order]"),
        ("2x 110v s10 ps4 10kg", "2x 110v s10 ps4 10kg"),
        ("chegou em 15 dias úteis", "chegou em [number] dias úteis"),
        ("nota 3524 0311 2223 3300 0181 5500 1000 0000 1010 0000 0010", "nota [nfe]"),
        ("a@ @b @", "a@ @b @"),
        ("(a) + b", "(a) + b"),
        ("12:30", "[number]"), ("a9876-5432b x1-y2", "a9876-[number] x1-y2"),
    ])
    func personalDataAndNumbersAreMasked(text: String, expected: String) {
        #expect(masked(text) == expected)
    }

    @Test func noRawNumberBecomesATerm() throws {
        let numbers = [
            "52998224725", "529.982.247-25", "4111111111111111", "11987654321", "(11)98765-4321", "01310100",
        ]
        let frames = [
            "%", "x%", "%x", "cpf:%", "cpf=%;", "<%>", "[%]", "a.%", "%@", "@%", "é%", "%é", "%ª", "-%-", "'%'", "%,%",
        ]
        let parameters = AnalyzerParameters(language: .fixed(.portuguese), normalizer: .none, stopWords: .none)
        let analyzer = try TextAnalyzer.fit(parameters, to: [], lexicons: [:])
        for number in numbers {
            for frame in frames {
                let text = frame.split(separator: "%", omittingEmptySubsequences: false).joined(separator: number)
                for term in analyzer.terms(of: text) {
                    #expect(term.utf8.count { (0x30...0x39).contains($0) } <= 4, "\(text) gave \(term)")
                }
            }
        }
    }

    @Test(arguments: [("52998224725", true), ("52998224724", false), ("11111111111", false), ("529", false)])
    func checkDigitsOfCPF(text: String, expected: Bool) {
        #expect(CheckDigits.isCPF(text.utf8.map { $0 - 0x30 }) == expected)
    }

    @Test(arguments: [("11222333000181", true), ("11222333000182", false), ("00000000000000", false)])
    func checkDigitsOfCNPJ(text: String, expected: Bool) {
        #expect(CheckDigits.isCNPJ(text.utf8.map { $0 - 0x30 }) == expected)
    }

    @Test(arguments: [
        ("4111111111111111", true), ("4111111111111112", false), ("0000000000000000", false), ("42", false),
    ])
    func luhnDigitOfCards(text: String, expected: Bool) {
        #expect(CheckDigits.isCard(text.utf8.map { $0 - 0x30 }) == expected)
    }

    @Test func everyMaskHasItsOwnTerm() {
        #expect(Set(Mask.allCases.map(\.term)).count == Mask.allCases.count)
        #expect(Mask.allCases.allSatisfy { Mask.terms[Int($0.rawValue)] == $0.term.bytes })
    }
}
