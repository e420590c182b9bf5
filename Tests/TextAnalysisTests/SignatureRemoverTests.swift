import Testing

@testable import TextAnalysis

struct SignatureRemoverTests {
    private func kept(_ text: String) -> String {
        var output: [UInt8] = []
        SignatureRemover.apply(to: text.bytes.span, into: &output)
        return String(output)
    }

    @Test(arguments: [
        ("oi\nAtenciosamente,\nAna", "oi"), ("oi\nAtt.\nAna", "oi"), ("oi\nATT Ana", "oi"), ("oi\nGrata!\nAna", "oi"),
        ("oi\n-- \nAna", "oi"), ("oi\n__\nAna", "oi"), ("oi\nEnviado do meu iPhone", "oi"),
        ("oi\nObter o Outlook para iOS", "oi"), ("oi\nSent from my phone", "oi"), ("oi\nUn saludo,\nAna", "oi"),
        ("oi\nKind regards\nAnn", "oi"), ("oi\nObrigada,\nAna", "oi"), ("thing\nThanks,\nAnn", "thing"),
        ("oi\nEsta mensagem pode conter informação que é de uso exclusivo do destinatário e mais", "oi"),
        ("oi\nObrigada pela atenção, aguardo", "oi\nObrigada pela atenção, aguardo"),
        ("oi\nGrato se puderem trocar o produto", "oi\nGrato se puderem trocar o produto"),
        ("oi\natualmente não funciona", "oi\natualmente não funciona"),
        ("Atenciosamente,\nAna", "Atenciosamente,\nAna"),
        (
            "oi\n\nAtt\n" + String(repeating: "linha\n", count: 12),
            "oi\n\nAtt\n" + String(repeating: "linha\n", count: 12)
        ),
        ("", ""),
    ])
    func theSignatureIsLeftOut(text: String, expected: String) {
        #expect(kept(text) == expected)
    }
}
