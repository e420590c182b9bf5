/// Finds the dictionary form of a word without knowing its part of speech or its neighbours.
///
/// Five rules, the first that answers wins: a table of overrides, the dictionary, clitics taken off, accents given
/// back, and the word as it is. Words are in lower case and composed (NFC). The rules were chosen by their accuracy on
/// Universal Dependencies test sets; suffix rules and diminutives were tried and gained nothing.
///
/// A class, because a copy of all its parts for each word costs as much as looking the word up.
final class Lemmatizer: Sendable {
    let lexicon: Lexicon
    let overrides: ByteMap
    let chain: LemmaChain
    /// Words that get their accents back although the dictionary knows them without.
    let accentRestorer: AccentRestorer

    /// Creates a lemmatizer of the lexicon's language.
    init(lexicon: Lexicon, accentRestorer: AccentRestorer = AccentRestorer()) {
        self.lexicon = lexicon
        self.accentRestorer = accentRestorer
        overrides = LemmaOverrides.table(of: lexicon.language)
        chain = LemmaChain(lexicon: lexicon)
    }

    /// The lemma of a word; the word itself when no rule knows it.
    func lemma(of word: [UInt8]) -> [UInt8] {
        if let lemma = overrides[word] { return lemma }
        // English contractions are in the dictionary too, but as words of their own: "it's" as "its".
        if lexicon.language == .english, let stem = EnglishClitics.stem(of: word) { return lemma(of: stem) }
        if let accented = accentRestorer.accentedForm(of: word) { return knownLemma(of: accented) ?? word }
        return chain.lemma(of: word) ?? lemmaWithoutClitics(of: word) ?? lemmaWithAccents(of: word) ?? word
    }

    /// The lemma by overrides and dictionary alone.
    private func knownLemma(of word: [UInt8]) -> [UInt8]? {
        overrides[word] ?? chain.lemma(of: word)
    }

    private func lemmaWithoutClitics(of word: [UInt8]) -> [UInt8]? {
        switch lexicon.language {
        case .portuguese: PortugueseClitics(chain: chain).lemma(of: word)
        case .spanish: SpanishClitics(chain: chain).lemma(of: word)
        case .english: nil
        }
    }

    private func lemmaWithAccents(of word: [UInt8]) -> [UInt8]? {
        lexicon.accentedForm(of: word).flatMap(knownLemma)
    }
}
