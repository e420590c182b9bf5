public import TextAnalysis

/// Counts the n-grams of documents; each thread counts a run of documents, and the runs are joined afterwards.
public struct TermCounter: Sendable {
    private let ngramRange: ClosedRange<Int>
    private(set) var table = TermTable()
    /// For each document the index of its first count, and at the end the number of counts.
    private(set) var offsets: [Int] = [0]
    /// For each count its n-gram, ascending within a document.
    private(set) var terms: [UInt32] = []
    /// For each count how often the n-gram stands in the document.
    private(set) var counts: [UInt32] = []
    private var document: [UInt32] = []

    /// Creates a counter of n-grams of the parameters' lengths.
    public init(_ parameters: TfidfParameters) {
        ngramRange = parameters.ngramRange
    }

    /// The number of documents counted.
    public var documents: Int { offsets.count - 1 }

    /// Counts the n-grams of one more document; O(terms x log terms).
    public mutating func append(_ list: TermList) {
        document.removeAll(keepingCapacity: true)
        for length in ngramRange {
            list.forEachNGram(length) { range in
                document.append(UInt32(truncatingIfNeeded: table.intern(list.bytes, range)))
            }
        }
        document.sort()
        appendRuns()
        offsets.append(terms.count)
    }

    private mutating func appendRuns() {
        let start = terms.count
        for term in document {
            if terms.count > start, terms[terms.count - 1] == term {
                counts[counts.count - 1] += 1
            } else {
                terms.append(term)
                counts.append(1)
            }
        }
    }
}

extension TermList {
    /// Calls `body` with the bytes' range of each n-gram of a length.
    @inline(__always)
    func forEachNGram(_ length: Int, _ body: (Range<Int>) -> Void) {
        guard length <= count else { return }
        for index in 0...(count - length) { body(ngramRange(at: index, length: length)) }
    }
}
