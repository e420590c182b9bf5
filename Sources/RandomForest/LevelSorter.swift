/// Sorts entries by the level in their upper 8 bits.
struct LevelSorter {
    private var buffer: [UInt32]
    private var levelStarts: [Int] = Array(repeating: 0, count: 256)

    /// The longest range for which an insertion sort takes fewer instructions than counting levels.
    private static let longestInsertion = 40

    /// Makes room for ranges of up to `longest` entries.
    init(longest: Int) {
        buffer = Array(repeating: 0, count: longest)
    }

    /// Sorts a range by descending level; O(entries + levels).
    mutating func sortDescending(_ entries: inout [UInt32], _ range: Range<Int>) {
        if range.count > Self.longestInsertion {
            sortByCounting(&entries, range)
        } else {
            sortByInsertion(&entries, range)
        }
    }

    private mutating func sortByCounting(_ array: inout [UInt32], _ range: Range<Int>) {
        var entries = array.mutableSpan
        for level in 0..<256 { levelStarts[level] = 0 }
        for position in range { levelStarts[Int(entries[position] &>> 24)] &+= 1 }
        var next = 0
        for level in stride(from: 255, through: 0, by: -1) {
            next &+= levelStarts[level]
            levelStarts[level] = next &- levelStarts[level]
        }
        for position in range {
            let level = Int(entries[position] &>> 24)
            buffer[levelStarts[level]] = entries[position]
            levelStarts[level] &+= 1
        }
        for offset in 0..<range.count { entries[range.lowerBound &+ offset] = buffer[offset] }
    }

    private func sortByInsertion(_ array: inout [UInt32], _ range: Range<Int>) {
        var entries = array.mutableSpan
        for position in range.dropFirst() {
            let entry = entries[position]
            var hole = position
            while hole > range.lowerBound && entries[hole &- 1] < entry {
                entries[hole] = entries[hole &- 1]
                hole &-= 1
            }
            entries[hole] = entry
        }
    }
}
