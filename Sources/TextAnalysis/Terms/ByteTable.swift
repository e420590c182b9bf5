/// A set of byte strings, numbered in the order in which they came in.
///
/// An open hash table over one array of bytes: a lookup allocates nothing and costs one hash and about one comparison.
struct ByteTable: Sendable, Equatable {
    private var bytes: [UInt8] = []
    /// For each string the offset after its last byte.
    private var ends: [UInt32] = []
    /// 0 when free, else 1 + the number of a string; the count is a power of two.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 16)

    /// Creates an empty set.
    init() {}

    /// Creates a set of some strings; of equals the first counts.
    init(_ keys: some Sequence<[UInt8]>) {
        for key in keys { _ = insert(key.span) }
    }

    /// The number of strings.
    var count: Int { ends.count }

    /// Whether the set holds a string.
    func contains(_ key: borrowing Span<UInt8>) -> Bool {
        index(of: key) != nil
    }

    /// The number of a string, or nil when the set does not hold it.
    func index(of key: borrowing Span<UInt8>) -> Int? {
        let number = Int(slots[slot(of: key)])
        return number == 0 ? nil : number - 1
    }

    /// Puts a string in, unless it is there, and gives its number.
    mutating func insert(_ key: borrowing Span<UInt8>) -> Int {
        let slot = slot(of: key)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        bytes.append(key, 0..<key.count)
        return addLastBytes(at: slot)
    }

    /// Puts a word in, unless it is there, and gives its number.
    mutating func insert(_ word: borrowing WordBuffer) -> Int {
        let slot = slot(of: word)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        word.append(to: &bytes)
        return addLastBytes(at: slot)
    }

    /// Makes the bytes behind the last string one more, which belongs into a free slot, and gives its number.
    private mutating func addLastBytes(at slot: Int) -> Int {
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        slots[slot] = UInt32(truncatingIfNeeded: ends.count)
        if ends.count * 3 > slots.count * 2 { grow() }
        return ends.count - 1
    }

    /// The string of a number.
    func key(at index: Int) -> [UInt8] {
        Array(bytes[range(at: index)])
    }

    /// Calls `body` with the string of a number, in place.
    @inline(__always)
    func withKey<Result>(at index: Int, _ body: (borrowing Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(range(at: index)))
    }

    /// The numbers of all strings in the order of the strings' bytes.
    var sortedIndices: [Int] {
        let bytes = bytes.span
        let keys = ends.indices.map { (index: $0, prefix: prefix(at: $0)) }
        return keys.sorted { left, right in
            guard left.prefix == right.prefix else { return left.prefix < right.prefix }
            return bytes.extracting(range(at: left.index)).precedes(bytes.extracting(range(at: right.index)))
        }.map(\.index)
    }

    /// The first eight bytes of a string as a number that sorts as they do.
    private func prefix(at index: Int) -> UInt64 {
        let range = range(at: index)
        var prefix: UInt64 = 0
        for offset in 0..<8 {
            let position = range.lowerBound + offset
            prefix = prefix << 8 | (position < range.upperBound ? UInt64(bytes[position]) : 0)
        }
        return prefix
    }

    @inline(__always)
    private func range(at index: Int) -> Range<Int> {
        Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    }

    /// The slot that holds a string, or the free one where it belongs.
    @inline(__always)
    private func slot(of key: borrowing Span<UInt8>) -> Int {
        let mask = slots.count - 1
        let firstChunk = key.chunk(at: 0)
        var slot = Int(ChunkHash.of(key, firstChunk: firstChunk)) & mask
        while slots[slot] != 0, !isKey(key, firstChunk, at: Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private func isKey(_ key: borrowing Span<UInt8>, _ firstChunk: UInt64, at index: Int) -> Bool {
        let range = range(at: index)
        guard range.count == key.count else { return false }
        let bytes = bytes.span
        guard bytes.firstChunk(of: range) == firstChunk else { return false }
        return range.count <= 8 || bytes.extracting(range).equals(key)
    }

    /// The number of a word, or nil when the set does not hold it.
    func index(of word: borrowing WordBuffer) -> Int? {
        let number = Int(slots[slot(of: word)])
        return number == 0 ? nil : number - 1
    }

    /// The slot that holds a word, or the free one where it belongs.
    @inline(__always)
    private func slot(of word: borrowing WordBuffer) -> Int {
        let mask = slots.count - 1
        var slot = Int(word.hashValue) & mask
        while slots[slot] != 0, !isWord(word, at: Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private func isWord(_ word: borrowing WordBuffer, at index: Int) -> Bool {
        let range = range(at: index)
        guard range.count == word.count else { return false }
        let bytes = bytes.span
        guard bytes.firstChunk(of: range) == word.chunk(at: 0) else { return false }
        guard range.count > 8 else { return true }
        let key = bytes.extracting(range)
        for place in 1..<word.chunkCount where key.chunk(at: place) != word.chunk(at: place) { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let bytes = bytes
        for index in ends.indices {
            let key = bytes.span.extracting(range(at: index))
            let slot = slot(of: key)
            slots[slot] = UInt32(truncatingIfNeeded: index + 1)
        }
    }
}

extension Span<UInt8> {
    /// Whether the bytes sort before others; a beginning sorts before the whole.
    fileprivate func precedes(_ other: borrowing Span<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count < other.count
    }
}
