/// Short spellings of chat and mail, written out before the lemma is looked up.
enum Abbreviations {
    /// For each short spelling of a language the words it stands for.
    static func table(of language: Language) -> ByteMap {
        let text: String =
            switch language {
            case .portuguese: portuguese
            case .spanish: spanish
            case .english: english
            }
        var table = ByteMap()
        for line in text.split(whereSeparator: { $0 == "\n" || $0 == "," }) {
            let words = line.split(separator: " ").map { Array($0.utf8) }
            guard let expansion = words.first else { continue }
            for short in words.dropFirst() { table.set(expansion, for: short) }
        }
        return table
    }

    /// Each line: a word, then its short spellings.
    private static let portuguese = """
        não n ñ naum nao, você vc, vocês vcs, também tb tbm tbem, muito mto mt mtu, muita mta, hoje hj
        obrigado obg obgd obrigad, obrigada obgda, quando qdo qnd qd, quanto qto qnt, porque pq, que q
        tudo td, todos tds, mesmo msm, depois dps, mensagem msg, mensagens msgs, problema pblm
        cadê kd, beleza blz, comigo cmg, quero qro, então entao, com c, para p pra pro
        produto prod, favor fvr pfv pfvr, cliente cli, telefone tel fone, número num nro nº
        """

    private static let spanish = """
        que q k, también tb tmb, porque xq pq, por x, mensaje msj msg, mensajes msjs, gracias grax grcs
        cuando cdo, mucho mxo, favor xfa, no nop, teléfono tel tfno, número num nro nº
        """

    private static let english = """
        you u, your ur, are r, please pls plz, thanks thx tnx, message msg, messages msgs, because cuz bc
        order ord, account acct, tomorrow tmrw, with w, number num
        """
}
