/// Turns offsets in UTF-8 into offsets in Unicode scalars, as Python's strings count.
struct ScalarOffsets {
    /// The byte offsets of interest, ascending, with the number of scalars before each; empty for a text of ASCII.
    private var ends: [(byte: Int, scalars: Int)] = []

    /// Prepares the ends of some ranges of a text; O(bytes of the text + ends x log ends).
    init(of text: String, at ranges: some Sequence<Range<Int>>) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return }
        let bytes = ranges.flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
        var (offset, count) = (0, 0)
        for byte in text.utf8 {
            while ends.count < bytes.count, bytes[ends.count] <= offset { ends.append((bytes[ends.count], count)) }
            if ends.count == bytes.count { return }
            // The first byte of a scalar is none of those that follow one (RFC 3629 section 3).
            if byte & 0xC0 != 0x80 { count += 1 }
            offset += 1
        }
        while ends.count < bytes.count { ends.append((bytes[ends.count], count)) }
    }

    /// The scalars of a range of bytes that was prepared.
    func range(_ bytes: Range<Int>) -> Range<Int> {
        if ends.isEmpty { return bytes }
        let lower = scalars(before: bytes.lowerBound)
        return lower..<max(lower, scalars(before: bytes.upperBound))
    }

    private func scalars(before byte: Int) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle].byte < byte { low = middle + 1 } else { high = middle }
        }
        return low < ends.count ? ends[low].scalars : 0
    }
}
