/// Portuguese words that customers write as verbs although the dictionary has them as nouns too: `manda`, `chega`.
enum VerbPreference {
    /// The forms that go to the infinitive.
    static let forms = ByteTable(words.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

    private static let words = """
        acha agradece aguarda ameaça basta bate cabe cai cancela chama chega cobra consegue continua cria custa deixa
        deixe demora deve devolve diz dá entende entra envia era espera fala falta faz fecha fez fica for funciona
        garante há indo leva liga manda mande mantém mostra olha paga pague parece passa passe pega pode precisa põe
        quer recebe resolve responde sabe sai serve serão são tem tenta tinha tira toma traz tô usa vai veio veja vem
        vinha volta vão vê
        """
}
