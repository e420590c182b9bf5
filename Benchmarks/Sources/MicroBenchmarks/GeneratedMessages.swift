import Dataset

/// Messages of made-up words whose frequencies fall as in natural text (Zipf's law), with labels that depend on the words.
struct GeneratedMessages {
    private(set) var texts: [String] = []
    private(set) var labels: [String] = []

    /// Generates messages; the same numbers give the same messages.
    init(documents: Int, words: Int = 20, vocabulary: Int = 5_000, labels count: Int = 20, seed: UInt64 = 7) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<documents {
            let label = generator.below(count)
            let text = (0..<words).map { position in
                let rank = Self.rank(below: vocabulary, using: &generator)
                return Self.word(position % 4 == 0 ? rank * count + label : rank)
            }
            texts.append(text.joined(separator: " "))
            labels.append("label \(label)")
        }
    }

    /// A rank whose probability is about inverse to it.
    private static func rank(below most: Int, using generator: inout SeededGenerator) -> Int {
        var rank = 1
        while rank < most && generator.below(2) == 0 { rank *= 2 }
        return min(most - 1, rank + generator.below(rank))
    }

    /// A word of syllables that spell a number.
    private static func word(_ number: Int) -> String {
        let syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "xo", "zu", "ja"]
        var rest = number
        var word = ""
        repeat {
            word += syllables[rest % 16]
            rest /= 16
        } while rest > 0
        return word + "r"
    }
}
