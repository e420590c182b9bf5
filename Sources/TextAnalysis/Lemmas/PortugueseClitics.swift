/// Takes pronouns off Portuguese verbs: `comprá-lo`, `enviou-me`, and in the middle of a future, `comprá-lo-ei`.
struct PortugueseClitics {
    private static let pronouns = words("me te se lhe lhes o a os as lo la los las no na nos nas vos mo ma lho lha")
    private static let futureEndings = words("ei ás á emos eis ão ia ias íamos íeis iam")
    /// What the pronoun may have taken away from the verb: `comprar` + `o` is `comprá-lo`, `fez` + `o` is `fê-lo`.
    private static let lostEndings = ["r", "s", "z"].map { Array($0.utf8) }

    let chain: LemmaChain

    /// The lemma of the verb, or nil when the word is no verb with pronouns behind hyphens.
    func lemma(of word: [UInt8]) -> [UInt8]? {
        let forms = Self.verbForms(of: word)
        return forms.lazy.compactMap(chain.infinitive).first ?? forms.first.flatMap(chain.lemma)
    }

    /// The forms that the verb may have without its pronouns, the likeliest first; none when there are no pronouns.
    static func verbForms(of word: [UInt8]) -> [[UInt8]] {
        guard word.contains(UInt8(ascii: "-")) else { return [] }
        var parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Array.init)
        let stem = parts.removeFirst()
        if parts.count > 1, let last = parts.last, futureEndings.contains(last) { parts.removeLast() }
        guard !stem.isEmpty, parts.count <= 2, parts.allSatisfy(pronouns.contains) else { return [] }
        let plain = withPlainLastLetter(stem)
        return [stem] + lostEndings.flatMap { [stem + $0, plain + $0] }
    }

    /// The accent on the last letter goes when the verb's own ending comes back: `comprá` to `compra`.
    private static func withPlainLastLetter(_ stem: [UInt8]) -> [UInt8] {
        guard let start = stem.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return stem }
        return Array(stem[..<start]) + Letters.folded(Array(stem[start...]))
    }

    private static func words(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }
}
