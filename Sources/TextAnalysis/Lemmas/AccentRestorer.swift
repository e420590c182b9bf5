/// Gives accents back to words that the dictionary knows without.
///
/// `numero` is a form of `numerar`, but in a shop's mail it is `número`; the commoner of the two in the training texts
/// decides.
struct AccentRestorer: Sendable, Equatable {
    private var accentedForms = ByteMap()

    /// A restorer that changes nothing.
    init() {}

    /// Learns from how often each word stands in the training texts.
    init(counts: WordCounts, lemmatizer: Lemmatizer) {
        var bestCounts: [[UInt8]: Int] = [:]
        for (index, count) in counts.counts.enumerated() {
            let word = counts.words.key(at: index)
            let plain = Letters.folded(word)
            guard plain != word, count > counts[plain], lemmatizer.overrides[plain] == nil else { continue }
            guard lemmatizer.lexicon.contains(plain), lemmatizer.lexicon.contains(word) else { continue }
            let best = bestCounts[plain, default: 0]
            let winsTie = count == best && word.lexicographicallyPrecedes(accentedForms[plain] ?? word)
            guard count > best || winsTie else { continue }
            bestCounts[plain] = count
            accentedForms.set(word, for: plain)
        }
    }

    /// The words that get accents.
    var words: [[UInt8]] { accentedForms.keys }

    /// The accented form that a word stands for, or nil when it stands for itself.
    func accentedForm(of word: [UInt8]) -> [UInt8]? {
        accentedForms[word]
    }
}
