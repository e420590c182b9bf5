/// The features' terms in ascending order of their bytes; a term's index is its feature.
public struct Vocabulary: Sendable, Equatable {
    private let table: TermTable

    /// Creates a vocabulary of terms.
    ///
    /// - Throws: `TfidfError` unless the terms ascend strictly in the order of their UTF-8 bytes, and none is empty or
    ///   holds a line feed.
    public init(terms: [String]) throws(TfidfError) {
        var table = TermTable()
        for term in terms {
            let bytes = Array(term.utf8)
            guard !bytes.isEmpty, !bytes.contains(Self.lineFeed) else { throw TfidfError(.term(table.count)) }
            try table.appendAscending(bytes, bytes.indices)
        }
        self.table = table
    }

    /// Creates a vocabulary of stored terms, each followed by a line feed.
    ///
    /// - Throws: `TfidfError` unless the terms are UTF-8, not empty, and ascend strictly in the order of their bytes.
    public init(lines: [UInt8]) throws(TfidfError) {
        var table = TermTable()
        var start = 0
        while start < lines.count {
            guard let end = lines[start...].firstIndex(of: Self.lineFeed), end > start,
                String(validating: lines[start..<end], as: UTF8.self) != nil
            else { throw TfidfError(.term(table.count)) }
            try table.appendAscending(lines, start..<end)
            start = end + 1
        }
        self.table = table
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// The number of terms.
    public var count: Int { table.count }

    /// The term of a feature.
    public func term(at feature: Int) -> String {
        String(decoding: table.bytes[table.range(of: feature)], as: UTF8.self)
    }

    /// All terms, by feature.
    public var terms: [String] { (0..<count).map(term(at:)) }

    /// All terms as UTF-8, each followed by a line feed.
    public var lines: [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(table.bytes.count + count)
        for term in 0..<count {
            lines += table.bytes[table.range(of: term)]
            lines.append(Self.lineFeed)
        }
        return lines
    }

    /// The single words that the terms consist of, each once, in ascending order of their bytes.
    ///
    /// Bytes and not strings are compared: two spellings of one letter are two words.
    public var words: [String] {
        var words = TermTable()
        for term in 0..<count {
            for word in table.bytes[table.range(of: term)].split(separator: UInt8(ascii: " ")) {
                _ = words.intern(table.bytes, word.indices)
            }
        }
        return (0..<words.count).map { words.bytes[words.range(of: $0)] }
            .sorted { $0.lexicographicallyPrecedes($1) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The feature of the term in a range of bytes, or `nil`; O(length).
    func feature(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
        table.find(bytes, range)
    }
}

extension TermTable {
    /// Adds a term that must come after the last one in the order of bytes.
    fileprivate mutating func appendAscending(_ source: [UInt8], _ range: Range<Int>) throws(TfidfError) {
        guard lastPrecedes(source[range]) else {
            throw TfidfError(.unorderedVocabulary(String(decoding: source[range].prefix(64), as: UTF8.self)))
        }
        _ = intern(source, range)
    }

    /// A function of its own, since a slice of `bytes` that is still held would make the next append copy them all.
    private func lastPrecedes(_ term: ArraySlice<UInt8>) -> Bool {
        count == 0 ? !term.isEmpty : bytes[range(of: count - 1)].lexicographicallyPrecedes(term)
    }
}
