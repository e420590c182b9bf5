/// Tells that a hash is not in a set, for most hashes that are not, by one bit (a Bloom filter with one function).
///
/// Source: B. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970.
struct HashFilter: Sendable {
    private var bits: [UInt64]
    private let mask: UInt32

    /// Creates the filter of some hashes, with at least 32 bits for each.
    init(_ hashes: [UInt32]) {
        var words = 64
        while words < hashes.count / 2 { words *= 2 }
        bits = Array(repeating: 0, count: words)
        mask = UInt32(truncatingIfNeeded: words * 64 - 1)
        for hash in hashes { bits[Int((hash & mask) / 64)] |= 1 << UInt64(hash & 63) }
    }

    /// Whether the hash may be in the set; false is certain.
    @inline(__always)
    func mayContain(_ hash: UInt32) -> Bool {
        bits[Int((hash & mask) / 64)] & (1 << UInt64(hash & 63)) != 0
    }
}
