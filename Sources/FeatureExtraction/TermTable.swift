import TextAnalysis

/// Gives each distinct term, as bytes, the next number; a hash table without an allocation for each term.
///
/// Look-ups and insertions take O(length of the term), expected.
struct TermTable: Sendable {
    /// The bytes of all terms, back to back in the order of their numbers.
    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Each slot holds a term's hash in the upper half and its number + 1 in the lower; 0 is an empty slot.
    private var slots: [UInt64] = Array(repeating: 0, count: 1024)

    /// What is compared first, so that most terms are found without a look at `bytes`.
    private struct Entry: Equatable {
        /// The term's first eight bytes.
        var firstChunk: UInt64
        /// The offset after its last byte.
        var end: Int
        var length: Int
    }

    /// The number of terms.
    var count: Int { entries.count }

    /// The range of `bytes` of a term.
    func range(of term: Int) -> Range<Int> {
        entries[term].end - entries[term].length..<entries[term].end
    }

    /// The number of a term, or `nil`.
    func find(_ source: [UInt8], _ range: Range<Int>) -> Int? {
        let key = source.span.extracting(range)
        let firstChunk = source.span.firstChunk(of: range)
        let slot = slots[position(of: key, firstChunk, hash: Self.hash(key, firstChunk))]
        return slot == 0 ? nil : Self.term(in: slot)
    }

    /// The number of a term, which is added where it is new.
    @inline(__always)
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Int {
        let key = source.span.extracting(range)
        let firstChunk = source.span.firstChunk(of: range)
        let hash = Self.hash(key, firstChunk)
        let position = position(of: key, firstChunk, hash: hash)
        if slots[position] != 0 { return Self.term(in: slots[position]) }
        add(key, firstChunk, slot: position, hash: hash)
        return count - 1
    }

    @inline(never)
    private mutating func add(_ key: borrowing Span<UInt8>, _ firstChunk: UInt64, slot: Int, hash: UInt64) {
        slots[slot] = Self.slot(hash: hash, term: count)
        for index in key.indices { bytes.append(key[index]) }
        entries.append(Entry(firstChunk: firstChunk, end: bytes.count, length: key.count))
        if count * 2 > slots.count { grow() }
    }

    @inline(__always)
    private static func term(in slot: UInt64) -> Int {
        Int(truncatingIfNeeded: (slot & 0xFFFF_FFFF) &- 1)
    }

    private static func slot(hash: UInt64, term: Int) -> UInt64 {
        hash | UInt64(truncatingIfNeeded: term &+ 1)
    }

    /// The slot that holds the term, or the empty one where it belongs.
    @inline(__always)
    private func position(of key: borrowing Span<UInt8>, _ firstChunk: UInt64, hash: UInt64) -> Int {
        let mask = slots.count &- 1
        var position = Int(truncatingIfNeeded: hash &>> 32) & mask
        while slots[position] != 0 {
            let isAlike = (slots[position] ^ hash) &>> 32 == 0
            if isAlike && isKey(key, firstChunk, Self.term(in: slots[position])) { return position }
            position = (position &+ 1) & mask
        }
        return position
    }

    @inline(__always)
    private func isKey(_ key: borrowing Span<UInt8>, _ firstChunk: UInt64, _ term: Int) -> Bool {
        let entry = entries[term]
        guard entry.firstChunk == firstChunk, entry.length == key.count else { return false }
        return entry.length <= 8 || bytes.span.extracting(entry.end - entry.length..<entry.end).equals(key)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for term in 0..<count {
            let hash = Self.hash(bytes.span.extracting(range(of: term)), entries[term].firstChunk)
            var position = Int(truncatingIfNeeded: hash &>> 32) & mask
            while slots[position] != 0 { position = (position &+ 1) & mask }
            slots[position] = Self.slot(hash: hash, term: term)
        }
    }

    /// The hash of a term in the upper half.
    @inline(__always)
    static func hash(_ key: borrowing Span<UInt8>, _ firstChunk: UInt64) -> UInt64 {
        UInt64(ChunkHash.of(key, firstChunk: firstChunk)) &<< 32
    }
}

extension TermTable: Equatable {
    /// Whether both hold the same terms under the same numbers.
    static func == (left: Self, right: Self) -> Bool {
        left.bytes == right.bytes && left.entries == right.entries
    }
}

extension TermTable {
    /// Terms in ascending order of their bytes; most pairs are told apart by their first eight.
    func sorted(_ terms: [Int]) -> [Int] {
        let keys = terms.map { (term: $0, prefix: entries[$0].firstChunk.byteSwapped) }
        return keys.sorted { left, right in
            left.prefix == right.prefix ? precedes(left.term, right.term) : left.prefix < right.prefix
        }.map(\.term)
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
    }
}
