/// A phrase cut at its masks, such as `[cpf]`, which the tokenizer would take for words.
struct PhraseParts {
    private enum Part {
        case text(String)
        case mask([UInt8])
    }

    private var parts: [Part] = []

    init(_ phrase: String) {
        var words: [Substring] = []
        for word in phrase.split(whereSeparator: \.isWhitespace) {
            let lowercased = Letters.lowercased(Array(word.utf8))
            if Mask.terms.contains(lowercased) {
                appendText(&words)
                parts.append(.mask(lowercased))
            } else {
                words.append(word)
            }
        }
        appendText(&words)
    }

    private mutating func appendText(_ words: inout [Substring]) {
        if !words.isEmpty { parts.append(.text(words.joined(separator: " "))) }
        words = []
    }

    /// The terms of all parts in their order; `read` makes those of a text.
    func terms(_ read: (String) -> [[UInt8]]) -> [[UInt8]] {
        parts.flatMap { part in
            switch part {
            case .text(let text): read(text)
            case .mask(let term): [term]
            }
        }
    }
}
