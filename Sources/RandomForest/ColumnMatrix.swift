/// The features of documents column by column, each column by descending level; all trees look at it in their roots.
struct ColumnMatrix: Sendable {
    /// Level in the upper 8 bits, document in the lower 24.
    let entries: [UInt32]
    /// For each feature its first entry, and at the end the number of entries.
    let starts: [Int]

    /// Turns rows into columns; O(entries + features).
    init(_ matrix: LevelMatrix) {
        var starts = Array(repeating: 0, count: matrix.features + 1)
        for entry in matrix.entries { starts[entry.feature + 1] += 1 }
        for feature in 0..<matrix.features { starts[feature + 1] += starts[feature] }
        var ends = starts
        let buffer = WorkBuffer<UInt32>(repeating: 0, count: matrix.entries.count)
        for document in 0..<matrix.rows {
            for position in matrix.row(document) {
                let entry = matrix.entries[position]
                buffer[ends[entry.feature]] = ColumnEntry.bits(level: entry.level, local: document)
                ends[entry.feature] += 1
            }
        }
        let sorter = LevelSorter(longest: matrix.rows)
        for feature in 0..<matrix.features { sorter.sortDescending(buffer, starts[feature]..<starts[feature + 1]) }
        entries = (0..<buffer.count).map { buffer[$0] }
        self.starts = starts
    }
}

/// An entry of a column in 32 bits: the level in the upper 8, so that entries order by level, the document in the lower 24.
enum ColumnEntry {
    @inline(__always)
    static func bits(level: UInt8, local: Int) -> UInt32 {
        UInt32(level) &<< 24 | UInt32(truncatingIfNeeded: local)
    }

    @inline(__always)
    static func level(_ bits: UInt32) -> UInt32 { bits &>> 24 }

    @inline(__always)
    static func local(_ bits: UInt32) -> Int { Int(truncatingIfNeeded: bits & 0xFF_FFFF) }
}
