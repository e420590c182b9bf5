/// Takes pronouns off the end of Spanish verbs: `enviarme`, `enviármelo`, `diciéndole`, `cómpralo`.
struct SpanishClitics {
    private static let pronouns = ["nos", "les", "las", "los", "me", "te", "se", "le", "la", "lo", "os"].map {
        Array($0.utf8)
    }
    /// Two pronouns at most stand behind a verb.
    private static let pronounLimit = 2
    private static let shortestStem = 4

    let chain: LemmaChain

    /// The lemma of the verb, or nil when the word does not look like a verb with pronouns.
    func lemma(of word: [UInt8]) -> [UInt8]? {
        lemma(of: word, pronounsLeft: Self.pronounLimit)
    }

    private func lemma(of word: [UInt8], pronounsLeft: Int) -> [UInt8]? {
        guard pronounsLeft > 0 else { return nil }
        for pronoun in Self.pronouns where word.ends(with: pronoun) {
            let stem = Array(word.dropLast(pronoun.count))
            guard stem.count >= Self.shortestStem else { continue }
            if let lemma = lemma(ofStem: stem) ?? lemma(of: stem, pronounsLeft: pronounsLeft - 1) { return lemma }
        }
        return nil
    }

    /// The lemma of an infinitive, of a gerund, or of a stem to which the pronoun gave a written accent.
    ///
    /// A bare imperative does not count: `mandela` and `morelos` are names more often.
    private func lemma(ofStem stem: [UInt8]) -> [UInt8]? {
        let plain = Letters.folded(stem)
        guard plain != stem || Self.endings.contains(where: stem.ends) else { return nil }
        return chain.infinitive(of: stem) ?? chain.lemma(of: stem) ?? chain.lemma(of: plain)
    }

    private static let endings = ["ar", "er", "ir", "ndo"].map { Array($0.utf8) }
}
