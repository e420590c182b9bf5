/// Sorts column entries by level.
struct LevelSorter: ~Copyable {
    private let buffer: WorkBuffer<UInt32>
    private let levelStarts = WorkBuffer<Int>(repeating: 0, count: 256)

    /// The longest range for which an insertion sort takes fewer instructions than counting levels.
    private static let longestInsertion = 40

    /// Makes room for ranges of up to `longest` entries.
    init(longest: Int) {
        buffer = WorkBuffer(repeating: 0, count: longest)
    }

    /// Sorts a range by descending level; O(entries + levels).
    func sortDescending(_ entries: borrowing WorkBuffer<UInt32>, _ range: Range<Int>) {
        if range.count > Self.longestInsertion {
            sortByCounting(entries, range)
        } else {
            Self.sortByInsertion(entries, range)
        }
    }

    private func sortByCounting(_ entries: borrowing WorkBuffer<UInt32>, _ range: Range<Int>) {
        levelStarts.fill(with: 0)
        for position in range { levelStarts[Int(ColumnEntry.level(entries[position]))] &+= 1 }
        var next = 0
        for level in stride(from: 255, through: 0, by: -1) {
            next &+= levelStarts[level]
            levelStarts[level] = next &- levelStarts[level]
        }
        for position in range {
            let level = Int(ColumnEntry.level(entries[position]))
            buffer[levelStarts[level]] = entries[position]
            levelStarts[level] &+= 1
        }
        for offset in 0..<range.count { entries[range.lowerBound &+ offset] = buffer[offset] }
    }

    private static func sortByInsertion(_ entries: borrowing WorkBuffer<UInt32>, _ range: Range<Int>) {
        var position = range.lowerBound &+ 1
        while position < range.upperBound {
            let entry = entries[position]
            var hole = position
            while hole > range.lowerBound && entries[hole &- 1] < entry {
                entries[hole] = entries[hole &- 1]
                hole &-= 1
            }
            entries[hole] = entry
            position &+= 1
        }
    }
}
