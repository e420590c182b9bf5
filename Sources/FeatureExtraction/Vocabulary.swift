/// The features' terms in ascending order of their bytes; a term's index is its feature.
public struct Vocabulary: Sendable, Equatable {
    private let table: TermTable

    /// Creates a vocabulary of terms.
    ///
    /// - Throws: `TfidfError` unless the terms ascend strictly in the order of their UTF-8 bytes.
    public init(terms: [String]) throws(TfidfError) {
        var table = TermTable()
        for term in terms {
            let bytes = Array(term.utf8)
            let before = table.count > 0 ? table.bytes[table.range(of: table.count - 1)] : []
            guard table.count == 0 || before.lexicographicallyPrecedes(bytes) else {
                throw TfidfError(.unorderedVocabulary(term))
            }
            _ = table.intern(bytes, bytes.indices)
        }
        self.table = table
    }

    /// The number of terms.
    public var count: Int { table.count }

    /// The term of a feature.
    public func term(at feature: Int) -> String {
        String(decoding: table.bytes[table.range(of: feature)], as: UTF8.self)
    }

    /// All terms, by feature.
    public var terms: [String] { (0..<count).map(term(at:)) }

    /// The single words that the terms consist of, each once, in ascending order.
    public var words: [String] {
        Set(terms.flatMap { $0.split(separator: " ").map(String.init) }).sorted()
    }

    /// The feature of the term in a range of bytes, or `nil`; O(length).
    func feature(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
        table.find(bytes, range)
    }

    /// Whether both hold the same terms.
    public static func == (left: Self, right: Self) -> Bool {
        left.table.bytes == right.table.bytes && left.table.offsets == right.table.offsets
    }
}
