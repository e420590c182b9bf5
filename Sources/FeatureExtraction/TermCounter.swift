public import TextAnalysis

/// Counts the n-grams of documents; each thread counts a run of documents, and the runs are joined afterwards.
public struct TermCounter: Sendable {
    private let ngramRange: ClosedRange<Int>
    private(set) var table = TermTable()
    /// For each document the index of its first count, and at the end the number of counts.
    private(set) var offsets: [Int] = [0]
    /// The counts, document by document, in the order in which the n-grams come there.
    private(set) var counts: [TermCount] = []
    /// For each n-gram 1 + the place in `counts` of its last one; 0 for none.
    private var lastPlaces: [Int] = []

    /// Creates a counter of n-grams of the parameters' lengths.
    public init(_ parameters: TfidfParameters) {
        ngramRange = parameters.ngramRange
    }

    /// Makes room for so many n-grams, each counted once a document.
    public mutating func reserveCapacity(_ nGrams: Int) {
        counts.reserveCapacity(nGrams)
    }

    /// The number of documents counted.
    public var documents: Int { offsets.count - 1 }

    /// Counts the n-grams of one more document; O(terms).
    public mutating func append(_ list: TermList) {
        let first = counts.count
        for length in ngramRange {
            list.forEachNGram(length) { range in count(table.intern(list.bytes, range), since: first) }
        }
        offsets.append(counts.count)
    }

    /// Counts an n-gram of the document whose counts begin at `first`.
    @inline(__always)
    private mutating func count(_ term: Int, since first: Int) {
        if term == lastPlaces.count { lastPlaces.append(0) }
        let place = lastPlaces[term]
        if place > first {
            counts[place - 1].count += 1
        } else {
            counts.append(TermCount(term: UInt32(truncatingIfNeeded: term), count: 1))
            lastPlaces[term] = counts.count
        }
    }
}

/// How often an n-gram stands in a document.
struct TermCount: Sendable, Equatable {
    var term: UInt32
    var count: UInt32
}

extension TermList {
    /// Calls `body` with the bytes' range of each n-gram of a length.
    @inline(__always)
    func forEachNGram(_ length: Int, _ body: (Range<Int>) -> Void) {
        guard length <= count else { return }
        for index in 0...(count - length) { body(ngramRange(at: index, length: length)) }
    }
}
