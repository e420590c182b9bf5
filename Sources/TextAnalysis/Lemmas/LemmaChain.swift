/// Follows the dictionary where a lemma is itself mapped on to another lemma.
///
/// Spanish and English follow to the end. In Portuguese a participle goes on to its verb (`comprada` to `comprar`), but
/// a noun that is also a verb form stays the noun (`compras` to `compra`), unless customers mean the verb.
struct LemmaChain: Sendable {
    /// No chain of the dictionaries is longer; a damaged file might have a cycle.
    private static let lengthLimit = 8

    let lexicon: Lexicon

    /// The lemma of a form of the dictionary, or nil when it is unknown.
    func lemma(of form: [UInt8]) -> [UInt8]? {
        guard let entry = lexicon.entry(of: form) else { return nil }
        // Its own lemma has no further one; most words of a text that are new are such, and need no second look.
        if entry.lemma == form { return form }
        return end(of: lexicon.language == .portuguese && entry.isLemma ? form : entry.lemma)
    }

    /// The lemma of a form that the dictionary gives `lemma`, unless the form is a lemma itself.
    func end(of lemma: [UInt8]) -> [UInt8] {
        lexicon.language == .portuguese ? portugueseEnd(from: lemma) : end(from: lemma)
    }

    /// The infinitive that a form leads to, or nil when the form is unknown or of no verb.
    func infinitive(of form: [UInt8]) -> [UInt8]? {
        guard let entry = lexicon.entry(of: form) else { return nil }
        let verb = end(from: entry.lemma)
        return Self.isInfinitive(verb) ? verb : nil
    }

    /// The lemma and all that the dictionary maps it on to, one after the other.
    func links(from lemma: [UInt8]) -> [[UInt8]] {
        var links = [lemma]
        while links.count < Self.lengthLimit, let last = links.last, let next = lexicon.next(after: last) {
            links.append(next)
        }
        return links
    }

    private func end(from lemma: [UInt8]) -> [UInt8] {
        var lemma = lemma
        for _ in 0..<Self.lengthLimit {
            guard let next = lexicon.next(after: lemma) else { return lemma }
            lemma = next
        }
        return lemma
    }

    private func portugueseEnd(from lemma: [UInt8]) -> [UInt8] {
        var lemma = lemma
        for _ in 0..<Self.lengthLimit {
            guard let next = lexicon.next(after: lemma) else { return lemma }
            if Self.isInfinitive(next) {
                return Self.isParticiple(lemma) || VerbPreference.forms.contains(lemma.span) ? next : lemma
            }
            lemma = next
        }
        return lemma
    }

    private static func isInfinitive(_ word: [UInt8]) -> Bool {
        infinitiveEndings.contains { word.ends(with: $0) }
    }

    private static func isParticiple(_ word: [UInt8]) -> Bool {
        participleEndings.contains { word.ends(with: $0) }
    }

    private static let infinitiveEndings = ["ar", "er", "ir", "or", "ôr", "ír"].map { Array($0.utf8) }

    /// Regular participles of both genders, and the masculine endings of the irregular ones (`descrito`, `suspenso`).
    private static let participleEndings = [
        "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "to", "tos", "so", "sos",
    ].map { Array($0.utf8) }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
    /// Whether the last bytes are those of `ending`.
    func ends(with ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }
}
