/// A 64-bit number that tells inputs apart, such as the data and parameters of two trainings; not made to withstand
/// forgery.
///
/// Each word is mixed in by the steps of FNV-1a (Fowler, Noll, Vo) with a shift, since a whole word comes at a time.
public struct Fingerprint: Sendable, Equatable {
    /// The number so far.
    public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Creates the fingerprint of nothing.
    public init() {}

    /// Adds a number.
    public mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01B3
        value ^= value >> 32
    }

    /// Adds bytes, with their number, so that no two lists of bytes run into each other.
    public mutating func add(_ bytes: some Collection<UInt8>) {
        add(UInt64(truncatingIfNeeded: bytes.count))
        var word: UInt64 = 0
        var filled = 0
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled % 8 == 0 { add(word) }
        }
        if filled % 8 != 0 { add(word) }
    }

    /// Adds the UTF-8 bytes of a text.
    public mutating func add(_ text: String) {
        add(text.utf8)
    }
}
