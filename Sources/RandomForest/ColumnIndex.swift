/// The features of a node's documents, column by column, for a node and the left children below it.
///
/// Going left only takes documents away, and in sparse text few at a time. So one index serves a whole run of left
/// children: documents that leave are marked, and a column drops them when it is next looked at. Most columns are never
/// looked at, so building only links their entries; a column is gathered and sorted on the first look.
struct ColumnIndex {
    /// The training document of each local document.
    private(set) var documents: [UInt32]
    /// Class and draws of each local document; `.gone` for those that left.
    private(set) var infos: [SampleInfo]
    /// The number of local documents, with those that left.
    private(set) var documentCount = 0
    /// Columns that are not known to be empty; the splitter permutes them as it draws.
    var present: [UInt32]
    var presentCount = 0
    /// Entries of the columns that were looked at: the level in the upper 8 bits, the local document in the lower 24.
    private(set) var entries: [UInt32]
    private var gatheredCount = 0
    private var columns: [Column]
    private var links: [Link]
    /// For each feature its column in the index of the number in the upper half, which makes older ones void.
    private var columnOfFeature: [UInt64]
    private var indexNumber: UInt64 = 0
    private var sorter: LevelSorter

    /// The greatest number of documents of a tree.
    static let mostDocuments = 1 << 24

    private struct Column {
        var feature: UInt32
        /// The last linked entry.
        var last: Int32
        /// The column's range in `entries`; the end is negative until the first look.
        var start: Int32
        var end: Int32
    }

    /// An entry of a column and the one linked before it, or -1.
    private struct Link {
        var entry: UInt32
        var previous: Int32
    }

    /// Makes room for indexes of up to the given sizes.
    init(documents: Int, entries: Int, features: Int) {
        let columns = min(features, entries)
        self.documents = Array(repeating: 0, count: documents)
        infos = Array(repeating: .gone, count: documents)
        present = Array(repeating: 0, count: columns)
        self.entries = Array(repeating: 0, count: entries)
        self.columns = Array(repeating: Column(feature: 0, last: -1, start: 0, end: -1), count: columns)
        links = Array(repeating: Link(entry: 0, previous: -1), count: entries)
        columnOfFeature = Array(repeating: 0, count: features)
        sorter = LevelSorter(longest: documents)
    }

    /// Indexes `samples[range]`; O(their entries).
    mutating func build(_ samples: [UInt32], _ range: Range<Int>, infos all: [SampleInfo], matrix: LevelMatrix) {
        documentCount = range.count
        indexNumber += 1
        gatheredCount = 0
        presentCount = 0
        for (local, position) in range.enumerated() {
            let document = samples[position]
            documents[local] = document
            infos[local] = all[Int(document)]
        }
        linkEntries(matrix)
        for column in 0..<presentCount { present[column] = UInt32(truncatingIfNeeded: column) }
    }

    private mutating func linkEntries(_ matrix: LevelMatrix) {
        presentCount = Self.link(
            documents[..<documentCount],
            of: matrix,
            number: indexNumber &<< 32,
            &columnOfFeature,
            &columns,
            &links
        )
    }

    /// Links every entry to the one before it in its column; returns the number of columns.
    private static func link(
        _ documents: ArraySlice<UInt32>,
        of matrix: LevelMatrix,
        number: UInt64,
        _ columnOfFeature: inout [UInt64],
        _ columns: inout [Column],
        _ links: inout [Link]
    ) -> Int {
        let rows = matrix.entries.span
        var columnOfFeature = columnOfFeature.mutableSpan
        var columns = columns.mutableSpan
        var links = links.mutableSpan
        var (columnCount, linkCount) = (0, 0)
        for local in documents.indices {
            for position in matrix.row(Int(documents[local])) {
                let entry = rows[position]
                let known = columnOfFeature[entry.feature]
                let link = Int32(truncatingIfNeeded: linkCount)
                var previous: Int32 = -1
                if known & 0xFFFF_FFFF_0000_0000 == number {
                    let column = Int(truncatingIfNeeded: known & 0xFFFF_FFFF)
                    previous = columns[column].last
                    columns[column].last = link
                } else {
                    let feature = UInt32(truncatingIfNeeded: entry.feature)
                    columnOfFeature[entry.feature] = number | UInt64(truncatingIfNeeded: columnCount)
                    columns[columnCount] = Column(feature: feature, last: link, start: 0, end: -1)
                    columnCount &+= 1
                }
                let bits = UInt32(entry.level) &<< 24 | UInt32(truncatingIfNeeded: local)
                links[linkCount] = Link(entry: bits, previous: previous)
                linkCount &+= 1
            }
        }
        return columnCount
    }

    /// The feature of a column.
    func feature(ofColumn column: Int) -> Int { Int(columns[column].feature) }

    /// The entries of a column whose documents have not left, by descending level.
    mutating func liveEntries(ofColumn column: Int) -> Range<Int> {
        let found = columns[column]
        let range =
            found.end < 0
            ? gather(from: found.last)
            : Self.compact(Int(found.start)..<Int(found.end), of: &entries, infos)
        columns[column].start = Int32(truncatingIfNeeded: range.lowerBound)
        columns[column].end = Int32(truncatingIfNeeded: range.upperBound)
        return range
    }

    private mutating func gather(from last: Int32) -> Range<Int> {
        let start = gatheredCount
        gatheredCount = Self.copyLive(links, from: last, infos, into: &entries, at: start)
        if gatheredCount &- start > 1 { sorter.sortDescending(&entries, start..<gatheredCount) }
        return start..<gatheredCount
    }

    private static func copyLive(
        _ links: [Link],
        from last: Int32,
        _ infos: [SampleInfo],
        into entries: inout [UInt32],
        at start: Int
    ) -> Int {
        var entries = entries.mutableSpan
        var end = start
        var link = last
        while link >= 0 {
            let found = links[Int(link)]
            link = found.previous
            if infos[Int(found.entry & 0xFF_FFFF)].isGone { continue }
            entries[end] = found.entry
            end &+= 1
        }
        return end
    }

    private static func compact(_ range: Range<Int>, of entries: inout [UInt32], _ infos: [SampleInfo]) -> Range<Int> {
        var entries = entries.mutableSpan
        var end = range.lowerBound
        for position in range {
            let entry = entries[position]
            if infos[Int(entry & 0xFF_FFFF)].isGone { continue }
            entries[end] = entry
            end &+= 1
        }
        return range.lowerBound..<end
    }

    /// Marks a local document as gone.
    @inline(__always)
    mutating func remove(_ local: Int) {
        infos[local] = .gone
    }
}
