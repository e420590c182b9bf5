/// What is the same for all ordinary forms that the dictionary gives one lemma.
struct LemmaFamily {
    var lemma: [UInt8] = []
    /// Whether the lemma, or what it is mapped on to, is a term of the model.
    var leadsIntoVocabulary = false
    /// The term; nil when the lemma is a stop word.
    var term: [UInt8]?
}

/// Makes families from the rules of a language and the terms that a model knows.
struct LemmaFamilies {
    let maker: TermMaker
    let chain: LemmaChain
    let vocabulary: ByteTable

    /// The family of a lemma.
    func family(of lemma: [UInt8]) -> LemmaFamily {
        let links = chain.links(from: lemma)
        return LemmaFamily(
            lemma: lemma,
            leadsIntoVocabulary: links.contains { vocabulary.contains(maker.folded($0).span) },
            term: maker.term(forLemma: links.count == 1 ? lemma : chain.end(of: lemma))
        )
    }
}
