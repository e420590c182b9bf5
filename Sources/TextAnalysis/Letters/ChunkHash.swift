/// A hash of short byte strings for tables in memory, eight bytes at a time; no file holds it.
///
/// Each chunk is folded in by a multiplication whose upper half comes down again, so that all bits of all chunks reach the
/// lower ones; source of the constant: the golden ratio, as in D. Knuth's multiplicative hashing (TAOCP 3, 6.4).
@frozen
public struct ChunkHash: Sendable {
    @inlinable static var factor: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    @usableFromInline var state: UInt64 = 0

    @inlinable init() {}

    /// Takes in a full chunk.
    @inlinable @inline(__always)
    mutating func combine(_ chunk: UInt64) {
        state = Self.mix(state ^ chunk)
    }

    /// The hash with the bytes behind the full chunks, padded with zeros, and the length of all.
    @inlinable @inline(__always)
    func value(rest: UInt64, count: Int) -> UInt32 {
        let mixed = Self.mix(state ^ rest) ^ UInt64(truncatingIfNeeded: count)
        return UInt32(truncatingIfNeeded: (mixed &* Self.factor) &>> 32)
    }

    /// The hash of a byte string.
    @inlinable @inline(__always)
    public static func of(_ bytes: borrowing Span<UInt8>) -> UInt32 {
        of(bytes, firstChunk: bytes.chunk(at: 0))
    }

    /// The hash of a byte string whose first chunk is known.
    @inlinable @inline(__always)
    package static func of(_ bytes: borrowing Span<UInt8>, firstChunk: UInt64) -> UInt32 {
        var hash = ChunkHash()
        guard bytes.count >= 8 else { return hash.value(rest: firstChunk, count: bytes.count) }
        hash.combine(firstChunk)
        let full = bytes.count / 8
        for place in 1..<full { hash.combine(bytes.chunk(at: place)) }
        return hash.value(rest: full * 8 < bytes.count ? bytes.chunk(at: full) : 0, count: bytes.count)
    }

    @inlinable @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* factor
        return product ^ product &>> 32
    }
}
