/// The ASCII letters and digits at the beginning of eight bytes, all looked at together.
///
/// A byte's class is found for each of the eight by additions that set its uppermost bit: source of the method, L. Lamport,
/// "Multiple byte processing with full-word instructions", 1975.
struct ASCIIRun {
    /// The bytes of the run in lower case, the first lowest, and zeros.
    let lowercased: UInt64
    /// The number of bytes, 0 to 8.
    let count: Int
    /// How many of them are digits.
    let digits: Int

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits = ones &* 0x80

    /// Looks at eight bytes, the first lowest.
    @inline(__always)
    init(_ bytes: UInt64) {
        let isASCII = ~bytes
        let letters = Self.isBetween(0x61, 0x7A, (bytes | Self.ones &* 0x20) & ~Self.highBits) & isASCII
        let digits = Self.isBetween(0x30, 0x39, bytes & ~Self.highBits) & isASCII
        let others = ~(letters | digits) & Self.highBits
        count = others.trailingZeroBitCount / 8
        // Letters have their uppermost bit set in `letters`; two places lower it is the bit of lower case.
        let kept: UInt64 = count == 8 ? .max : 1 &<< UInt64(8 * count) &- 1
        lowercased = (bytes | letters &>> 2) & kept
        self.digits = (digits & kept).nonzeroBitCount
    }

    /// Sets the uppermost bit of each byte below 0x80 that lies in a range.
    @inline(__always)
    private static func isBetween(_ first: UInt64, _ last: UInt64, _ bytes: UInt64) -> UInt64 {
        let reachesFirst = bytes &+ ones &* (0x80 &- first)
        let isBehindLast = bytes &+ ones &* (0x7F &- last)
        return reachesFirst & ~isBehindLast & highBits
    }
}
