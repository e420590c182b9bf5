/// A set of byte strings, numbered in the order in which they came in.
///
/// An open hash table over one array of bytes: a lookup allocates nothing and costs one hash and about one comparison.
struct ByteTable: Sendable, Equatable {
    private var bytes: [UInt8] = []
    /// For each string the offset after its last byte.
    private var ends: [UInt32] = []
    /// 0 when free, else 1 + the number of a string; the count is a power of two.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 16)

    /// The number of strings.
    var count: Int { ends.count }

    /// The number of a string, or nil when the set does not hold it.
    @inline(__always)
    func index(of key: borrowing Span<UInt8>) -> Int? {
        let slot = slot(of: key)
        let number = Int(slots[slot])
        return number == 0 ? nil : number - 1
    }

    /// Puts a string in, unless it is there, and gives its number.
    mutating func insert(_ key: borrowing Span<UInt8>) -> Int {
        let slot = slot(of: key)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        bytes.append(key, 0..<key.count)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        slots[slot] = UInt32(truncatingIfNeeded: ends.count)
        if ends.count * 3 > slots.count * 2 { grow() }
        return ends.count - 1
    }

    /// The string of a number.
    func key(at index: Int) -> [UInt8] {
        Array(bytes[range(at: index)])
    }

    /// The numbers of all strings in the order of the strings' bytes.
    var sortedIndices: [Int] {
        ends.indices.sorted { left, right in
            bytes[range(at: left)].lexicographicallyPrecedes(bytes[range(at: right)])
        }
    }

    @inline(__always)
    private func range(at index: Int) -> Range<Int> {
        Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
    }

    /// The slot that holds a string, or the free one where it belongs.
    @inline(__always)
    private func slot(of key: borrowing Span<UInt8>) -> Int {
        let mask = slots.count - 1
        var slot = Int(ByteHash.of(key)) & mask
        while slots[slot] != 0, !isKey(key, at: Int(slots[slot]) - 1) { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    private func isKey(_ key: borrowing Span<UInt8>, at index: Int) -> Bool {
        let range = range(at: index)
        guard range.count == key.count else { return false }
        let bytes = bytes.span
        for offset in key.indices where bytes[range.lowerBound + offset] != key[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for index in ends.indices {
            let slot = slot(of: bytes.span.extracting(range(at: index)))
            slots[slot] = UInt32(truncatingIfNeeded: index + 1)
        }
    }
}
