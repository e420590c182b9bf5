/// Runs of terms that are looked for in documents, by their first term; accents don't count.
struct PhraseTable: Sendable {
    private struct Entry: Sendable {
        var terms: [[UInt8]]
        var phrase: Int
    }

    private var firstTerms = ByteTable()
    /// For each first term the runs that begin with it.
    private var entries: [[Entry]] = []

    /// Adds the run of a phrase; one without terms could be found anywhere and is passed over.
    mutating func insert(_ terms: [[UInt8]], phrase: Int) {
        let terms = terms.map(Letters.folded).filter { !$0.isEmpty }
        guard let first = terms.first else { return }
        let index = firstTerms.insert(first.span)
        if index == entries.count { entries.append([]) }
        entries[index].append(Entry(terms: terms, phrase: phrase))
    }

    /// Adds the phrases whose runs stand in a document.
    func find(in document: TermList, into found: inout Set<Int>) {
        guard !entries.isEmpty else { return }
        let document = Self.folded(document)
        for position in 0..<document.count {
            guard let index = firstTerms.index(of: document.bytes.span.extracting(document.range(at: position)))
            else { continue }
            for entry in entries[index] where Self.stands(entry.terms, at: position, in: document) {
                found.insert(entry.phrase)
            }
        }
    }

    private static func stands(_ terms: [[UInt8]], at position: Int, in document: TermList) -> Bool {
        guard position + terms.count <= document.count else { return false }
        return terms.indices.allSatisfy { offset in
            document.bytes[document.range(at: position + offset)].elementsEqual(terms[offset])
        }
    }

    /// The document itself where it is plain ASCII, as nearly all are after folding.
    private static func folded(_ document: TermList) -> TermList {
        guard document.bytes.contains(where: { $0 >= 0x80 }) else { return document }
        var folded = TermList()
        for index in 0..<document.count {
            folded.append(Letters.folded(Array(document.bytes[document.range(at: index)])))
        }
        return folded
    }
}
