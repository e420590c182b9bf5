/// A fast random number generator whose numbers depend only on a seed and a stream: xoshiro256** 1.0.
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", 2021. The state is
/// filled by SplitMix64, as the authors advise.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    @usableFromInline var s0: UInt64
    @usableFromInline var s1: UInt64
    @usableFromInline var s2: UInt64
    @usableFromInline var s3: UInt64

    /// Creates the generator of a stream; different streams of one seed are independent.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var state = seed &+ SplitMix64.mix(stream &* 0xD1B5_4A32_D192_ED03 &+ 1)
        s0 = SplitMix64.next(&state)
        s1 = SplitMix64.next(&state)
        s2 = SplitMix64.next(&state)
        s3 = SplitMix64.next(&state)
    }

    /// The next 64 random bits.
    @inlinable
    public mutating func next() -> UInt64 {
        let result = Self.rotate(s1 &* 5, by: 7) &* 9
        let shifted = s1 &<< 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= shifted
        s3 = Self.rotate(s3, by: 45)
        return result
    }

    /// A number below `bound`, which is from 1 to 2^32; each is equally likely.
    ///
    /// Source: D. Lemire, "Fast random integer generation in an interval", 2019.
    @inlinable
    public mutating func below(_ bound: Int) -> Int {
        let width = UInt64(truncatingIfNeeded: bound)
        var product = (next() &>> 32) &* width
        if (product & 0xFFFF_FFFF) < width {
            let threshold = (0x1_0000_0000 &- width) % width
            while (product & 0xFFFF_FFFF) < threshold {
                product = (next() &>> 32) &* width
            }
        }
        return Int(truncatingIfNeeded: product &>> 32)
    }

    /// A number from 0 up to, not including, 1, in steps of 2^-53.
    @inlinable
    public mutating func unit() -> Double {
        Double(next() &>> 11) * 0x1p-53
    }

    @inlinable
    static func rotate(_ value: UInt64, by bits: UInt64) -> UInt64 {
        (value &<< bits) | (value &>> (64 &- bits))
    }
}

/// The mixer that turns consecutive numbers into independent ones.
private enum SplitMix64 {
    static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mix(state)
    }

    static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }
}
