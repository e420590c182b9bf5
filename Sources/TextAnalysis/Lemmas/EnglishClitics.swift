/// Takes contracted verbs and the possessive off English words: `don't`, `we've`, `company's`.
enum EnglishClitics {
    private static let endings = ["'re", "'ve", "'ll", "'m", "'s", "'d"].map { Array($0.utf8) }
    private static let negation = Array("n't".utf8)
    /// Where a letter went with the negation.
    private static let irregular = [
        Array("ca".utf8): Array("can".utf8), Array("wo".utf8): Array("will".utf8),
        Array("sha".utf8): Array("shall".utf8),
    ]

    /// What is left of a contraction, or nil when the word is none.
    static func stem(of word: [UInt8]) -> [UInt8]? {
        guard word.contains(UInt8(ascii: "'")) else { return nil }
        if word.count > negation.count, word.ends(with: negation) {
            let stem = Array(word.dropLast(negation.count))
            return irregular[stem] ?? stem
        }
        guard let ending = endings.first(where: word.ends), word.count > ending.count else { return nil }
        return Array(word.dropLast(ending.count))
    }
}
