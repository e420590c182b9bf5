/// How messages end in Portuguese, Spanish and English; in lower case, without accents.
enum SignaturePhrases {
    /// Words that begin a signature, whatever follows on the line.
    static let signOffs = bytes(
        """
        atenciosamente|att|atte|cordialmente|respeitosamente|cordiais saudacoes|com os melhores cumprimentos
        melhores cumprimentos|atentamente|saludos cordiales|un cordial saludo|cordial saludo|reciba un cordial saludo
        best regards|kind regards|warm regards|regards|sincerely|yours sincerely|yours faithfully|yours truly
        """
    )

    /// Words that begin a signature when nothing else is on the line.
    static let farewells = bytes(
        """
        grato|grata|gratos|agradecido|agradecida|abraco|abracos|um abraco|abs|saudacoes|cumprimentos|ats
        saludos|un saludo|un abrazo|quedo atento|quedo atenta|best|cheers|all the best|many regards
        """
    )

    /// Thanks that end with a comma, and a name on the next line.
    static let thanks = bytes(
        "obrigado|obrigada|muito obrigado|muito obrigada|desde ja obrigado|gracias|muchas gracias|thanks|thank you|many thanks"
    )

    /// Lines that mail programs and phones add.
    static let openings = bytes(
        """
        enviado do meu|enviado de meu|enviado pelo meu|enviada do meu|enviado via|enviado do outlook|enviado do yahoo
        enviado do email para|enviado do e-mail para|enviado a partir do|obter o outlook|obtenha o outlook|baixe o outlook
        enviado desde mi|enviado desde|obtener outlook|obten outlook|enviado con
        sent from my|sent from outlook|sent from mail for|sent from yahoo|sent via|get outlook for
        """
    )

    /// Beginnings of legal notices, which may be long lines.
    static let notices = bytes(
        """
        aviso de confidencialidade|aviso legal|esta mensagem e seus anexos|esta mensagem pode conter
        esta mensagem, incluindo|este e-mail e seus anexos|este email e seus anexos|este e-mail pode conter
        as informacoes contidas nesta mensagem|antes de imprimir|livre de virus|virus-free
        aviso de confidencialidad|este mensaje y sus|este mensaje puede contener|este correo electronico y
        la informacion contenida en este|confidentiality notice|this e-mail and any|this email and any
        this message and any|this message is confidential|this message may contain|disclaimer
        """
    )

    private static func bytes(_ lines: String) -> [[UInt8]] {
        lines.split { $0 == "\n" || $0 == "|" }.map { Array($0.utf8) }
    }
}
