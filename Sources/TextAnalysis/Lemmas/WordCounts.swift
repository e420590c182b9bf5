/// How often each word stands in a set of texts.
struct WordCounts: Sendable {
    private(set) var words = ByteTable()
    private(set) var counts: [Int] = []

    /// Counts the words of a cleaned text.
    mutating func add(wordsOf text: borrowing Span<UInt8>, word: inout WordBuffer) {
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text, into: &word) {
            case .end: return
            case .mask: continue
            case .word: add(word)
            }
        }
    }

    /// Counts a word once more.
    mutating func add(_ word: borrowing WordBuffer) {
        let index = words.insert(word)
        if index == counts.count { counts.append(0) }
        counts[index] += 1
    }

    /// How often a word was seen.
    subscript(word: [UInt8]) -> Int {
        words.index(of: word.span).map { counts[$0] } ?? 0
    }
}
