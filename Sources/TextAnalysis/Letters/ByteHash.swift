/// A hash of short byte strings that is the same in every run and on every machine, because files hold it.
///
/// FNV-1a (Fowler, Noll, Vo) over the bytes, then the last mixing steps of MurmurHash3, so that all 32 bits are good.
struct ByteHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes in one more byte.
    @inline(__always)
    mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of the bytes taken in so far.
    var value: UInt32 {
        var mixed = state ^ state >> 33
        mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    /// The hash of a byte string.
    @inline(__always)
    static func of(_ bytes: borrowing Span<UInt8>) -> UInt32 {
        var hash = ByteHash()
        for index in bytes.indices { hash.combine(bytes[index]) }
        return hash.value
    }
}
