public import Dataset

/// For each leaf of a forest how many draws of its tree's sample it holds, in the order of the steps that lead to leaves.
///
/// Most leaves hold few, so the numbers are in Elias's gamma code (P. Elias, Universal codeword sets, 1975): a number of n
/// bits is n - 1 zeros and the number itself, the upper bit first. Bytes are filled from their upper bit; zeros end the
/// last one. On banking77 a leaf takes 2.7 bits.
public struct LeafDraws: Sendable, Equatable {
    /// The code.
    public let bytes: FrozenArray<UInt8>

    /// Takes a stored code, which `Forest` checks.
    public init(bytes: FrozenArray<UInt8>) {
        self.bytes = bytes
    }

    /// Codes numbers from 1 on; a smaller one counts as 1.
    init(packing numbers: some Sequence<UInt32>) {
        var writer = BitWriter()
        for number in numbers {
            let number = max(1, number)
            let width = UInt32.bitWidth - number.leadingZeroBitCount
            writer.append(0, width: width - 1)
            writer.append(number, width: width)
        }
        bytes = FrozenArray(writer.finished())
    }

    /// Puts the numbers of several forests behind one another; nil when one of the forests has none.
    init?(joining parts: [LeafDraws?]) {
        let known = parts.compactMap(\.self)
        guard known.count == parts.count else { return nil }
        self.init(
            packing: known.lazy.flatMap { part in
                sequence(state: Reader(part)) { $0.next() }
            }
        )
    }

    /// Whether the code holds so many numbers and nothing else; O(numbers).
    func hasCount(_ count: Int) -> Bool {
        var reader = Reader(self)
        for _ in 0..<count where reader.next() == nil { return false }
        return reader.isAtEnd
    }

    /// Reads the numbers one after another.
    struct Reader {
        private let bytes: FrozenArray<UInt8>
        private var position = 0
        /// The bits that are read but not used, the next one uppermost, and how many they are.
        private var bits: UInt64 = 0
        private var count = 0

        init(_ draws: LeafDraws) {
            bytes = draws.bytes
        }

        /// Whether only the zeros that fill the last byte are left.
        var isAtEnd: Bool { position == bytes.count && bits == 0 && count < 8 }

        /// The next number; nil when the code ends or is none.
        mutating func next() -> UInt32? {
            fill()
            let zeros = bits.leadingZeroBitCount
            guard zeros < UInt32.bitWidth, 2 * zeros < count else { return longNumber(zeros) }
            return take(2 * zeros + 1)
        }

        /// A number whose code does not fit into what was read at once.
        private mutating func longNumber(_ zeros: Int) -> UInt32? {
            guard zeros < UInt32.bitWidth, zeros <= count else { return nil }
            bits <<= UInt64(zeros)
            count -= zeros
            fill()
            return zeros < count ? take(zeros + 1) : nil
        }

        private mutating func take(_ width: Int) -> UInt32 {
            let number = bits >> UInt64(UInt64.bitWidth - width)
            bits <<= UInt64(width)
            count -= width
            return UInt32(truncatingIfNeeded: number)
        }

        private mutating func fill() {
            while count <= UInt64.bitWidth - 8, position < bytes.count {
                bits |= UInt64(bytes[position]) << UInt64(UInt64.bitWidth - 8 - count)
                position += 1
                count += 8
            }
        }
    }
}

/// Puts bits behind one another, the upper bit of each byte first.
private struct BitWriter {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    mutating func append(_ number: UInt32, width: Int) {
        pending = pending << UInt64(width) | UInt64(number)
        count += width
        while count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(count)))
        }
    }

    consuming func finished() -> [UInt8] {
        if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending << UInt64(8 - count))) }
        return bytes
    }
}
