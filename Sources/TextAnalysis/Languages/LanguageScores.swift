/// How much speaks for each language in one text.
struct LanguageScores {
    /// A word of one language says more than one that two have.
    private static let weightOfOwnWord = 3

    private var portuguese = 0
    private var spanish = 0
    private var english = 0

    /// Counts a word that the languages of `bits` have, the lowest bit for the first of `Language.allCases`.
    @inline(__always)
    mutating func add(_ bits: UInt8) {
        let weight = bits & (bits &- 1) == 0 ? Self.weightOfOwnWord : 1
        if bits & 1 != 0 { portuguese += weight }
        if bits & 2 != 0 { spanish += weight }
        if bits & 4 != 0 { english += weight }
    }

    /// The language that most speaks for, or nil when nothing speaks for any.
    var bestLanguage: Language? {
        let best = max(portuguese, spanish, english)
        if best == 0 { return nil }
        return best == portuguese ? .portuguese : best == spanish ? .spanish : .english
    }

    /// The best language when it is ahead of the others by at least two words of its own.
    var sureLanguage: Language? {
        let sorted = [portuguese, spanish, english].sorted()
        return sorted[2] - sorted[1] >= 2 * Self.weightOfOwnWord ? bestLanguage : nil
    }
}
