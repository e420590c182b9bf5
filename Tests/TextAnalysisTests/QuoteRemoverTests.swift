import Testing

@testable import TextAnalysis

struct QuoteRemoverTests {
    private func kept(_ text: String) -> String {
        var output: [UInt8] = []
        QuoteRemover.apply(to: text.bytes.span, into: &output)
        return String(output)
    }

    @Test(arguments: [
        ("oi\nEm 10/06 Ana escreveu:\nantes", "oi"),
        ("oi\nEm 10/06 às 10:00, Ana Maria\nde Souza <ana@x.example>\nescreveu:\nantes", "oi"),
        ("oi\nAna <ana@x.example> escreveu:\n> antes", "oi"),
        ("oi\nEl 10/06 Ana escribió:\nantes", "oi"),
        ("oi\nOn Monday 3 Ann wrote:\nantes", "oi"),
        ("oi\n2024-06-10 10:02 GMT-03:00 Loja <sac@loja.example>:\nantes", "oi"),
        ("oi\n________________________________\nantes", "oi"),
        ("oi\n---------- Mensagem encaminhada ----------\nantes", "oi"),
        ("oi\nDe: Ana\nPara: Loja\nantes", "oi"),
        ("oi\n*De:* Ana\n*Data:* hoje\nantes", "oi"),
        ("oi\n> antes\nfim", "oi\nfim"),
        ("De: Ana\nAssunto: x\nmensagem encaminhada inteira", "mensagem encaminhada inteira"),
        ("Em 10/06 Ana escreveu:\n> antes\nminha resposta", "minha resposta"),
        ("> só citação", "> só citação"),
        ("Em casa meu filho escreveu\num bilhete", "Em casa meu filho escreveu\num bilhete"),
        ("Data: 10/10\nPara: entregar em casa", "Data: 10/10\nPara: entregar em casa"),
        ("de: novo\ne mais", "de: novo\ne mais"),
        ("a mensagem original\nsumiu", "a mensagem original\nsumiu"),
        ("", ""), ("\n\n", "\n\n"),
    ])
    func onlyTheOwnTextIsKept(text: String, expected: String) {
        #expect(kept(text) == expected)
    }
}
