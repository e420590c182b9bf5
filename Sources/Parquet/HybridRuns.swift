/// Reads numbers of a fixed width in Parquet's mixture of runs and packed groups of eight (RLE/bit-packing hybrid).
///
/// Source: Apache Parquet, `Encodings.md`.
enum HybridRuns {
    /// The first `count` numbers of `bits` bits each, up to 32.
    static func numbers(_ bytes: ArraySlice<UInt8>, bits: Int, count: Int) throws(ParquetError) -> [Int] {
        guard (0...32).contains(bits) else { throw ParquetError(.malformed("numbers of \(bits) bits")) }
        var cursor = ByteCursor(bytes)
        var numbers: [Int] = []
        // A run is as short as it likes: only the count of the page says how long it may be.
        numbers.reserveCapacity(min(count, 1 << 20))
        while numbers.count < count {
            let head = try cursor.size()
            if head & 1 == 0 {
                let value = Int(try cursor.number(bytes: (bits + 7) / 8))
                guard head > 1 else { throw ParquetError(.malformed("a run is empty")) }
                numbers += repeatElement(value, count: min(head >> 1, count - numbers.count))
            } else {
                let groups = head >> 1
                guard groups > 0, groups <= cursor.rest.count || bits == 0 else { throw ByteCursor.cutOff }
                let length = min(groups, (count - numbers.count + 7) / 8) * bits
                try unpack(cursor.take(length), bits: bits, into: &numbers, atMost: count)
                if numbers.count < count { _ = try cursor.take((groups * bits) - length) }
            }
        }
        return numbers
    }

    /// Takes numbers from packed bits, the lowest bit first.
    static func unpack(
        _ packed: ArraySlice<UInt8>,
        bits: Int,
        into numbers: inout [Int],
        atMost most: Int
    ) throws(ParquetError) {
        guard bits > 0 else {
            numbers += repeatElement(0, count: most - numbers.count)
            return
        }
        var buffer: UInt64 = 0
        var available = 0
        for byte in packed {
            buffer |= UInt64(byte) << UInt64(available)
            available += 8
            while available >= bits, numbers.count < most {
                numbers.append(Int(buffer & (1 << UInt64(bits) - 1)))
                buffer >>= UInt64(bits)
                available -= bits
            }
            if numbers.count == most { return }
        }
    }
}
