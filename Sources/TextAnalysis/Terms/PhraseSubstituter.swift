/// Puts a shop's own words in the place of others, on the terms of a document.
///
/// Phrases and replacements are made into terms as the texts are, so `bom dia` also covers `bons dias`. The longest
/// phrase that fits wins, and what was put in is not looked at again.
struct PhraseSubstituter: Sendable {
    private struct Rule: Sendable {
        var phrase: [[UInt8]]
        var replacement: [[UInt8]]
    }

    private var firstTerms = ByteTable()
    /// For each first term its rules, the longest phrase first.
    private var rules: [[Rule]] = []

    /// Whether there is nothing to do.
    var isEmpty: Bool { rules.isEmpty }

    /// Compiles substitutions; `terms` makes the terms of a phrase, and a phrase without terms is passed over.
    init(_ substitutions: [Substitution], terms: (String) -> [[UInt8]]) {
        for substitution in substitutions {
            let rule = Rule(phrase: terms(substitution.phrase), replacement: terms(substitution.replacement))
            guard let first = rule.phrase.first else { continue }
            let index = firstTerms.insert(first.span)
            if index == rules.count { rules.append([]) }
            rules[index].append(rule)
        }
        for index in rules.indices { rules[index].sort { $0.phrase.count > $1.phrase.count } }
    }

    /// Writes the terms with the substitutions made.
    func apply(to terms: TermList, into output: inout TermList) {
        output.removeAll()
        var index = 0
        while index < terms.count {
            if let rule = rule(at: index, of: terms) {
                for term in rule.replacement { output.append(term) }
                index += rule.phrase.count
            } else {
                output.append(terms.bytes[terms.range(at: index)])
                index += 1
            }
        }
    }

    /// As `apply`, for terms of known sources; gives those of the terms written: of a phrase, from its first to its last.
    func apply(to terms: TermList, from sources: [Range<Int>?], into output: inout TermList) -> [Range<Int>?] {
        var written: [Range<Int>?] = []
        output.removeAll()
        var index = 0
        while index < terms.count {
            let rule = rule(at: index, of: terms)
            let end = index + (rule?.phrase.count ?? 1)
            if let rule {
                for term in rule.replacement { output.append(term) }
            } else {
                output.append(terms.bytes[terms.range(at: index)])
            }
            let source = Self.union(sources[index..<end])
            while written.count < output.count { written.append(source) }
            index = end
        }
        return written
    }

    private static func union(_ sources: ArraySlice<Range<Int>?>) -> Range<Int>? {
        guard let first = sources.first ?? nil, let last = sources.last ?? nil else { return nil }
        return first.lowerBound < last.upperBound ? first.lowerBound..<last.upperBound : nil
    }

    private func rule(at index: Int, of terms: TermList) -> Rule? {
        let first = terms.bytes.span.extracting(terms.range(at: index))
        guard let candidates = firstTerms.index(of: first) else { return nil }
        return rules[candidates].first { rule in
            guard index + rule.phrase.count <= terms.count else { return false }
            return rule.phrase.indices.allSatisfy { offset in
                terms.bytes[terms.range(at: index + offset)].elementsEqual(rule.phrase[offset])
            }
        }
    }
}
