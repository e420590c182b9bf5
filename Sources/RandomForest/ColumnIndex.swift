/// The features of a node's documents, column by column, for a node and the left children below it.
///
/// Going left only takes documents away, and in sparse text few at a time. So one index serves a whole run of left
/// children: documents that leave are marked, and a column drops them when it is next looked at. All work on an index
/// together is in proportion to its entries at the start, plus the entries that splits really look at.
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
    /// Entries of all columns: the level in the upper 8 bits, the local document in the lower 24.
    private(set) var entries: [UInt32]
    private var features: [UInt32]
    private var starts: [Int32]
    private var ends: [Int32]
    private var sorted: [Bool]
    /// The column of each feature while an index is built, else -1.
    private var columnOfFeature: [Int32]

    /// The greatest number of documents of a tree.
    static let mostDocuments = 1 << 24

    /// Makes room for indexes of up to the given sizes.
    init(documents: Int, entries: Int, features: Int) {
        let columns = min(features, entries)
        self.documents = Array(repeating: 0, count: documents)
        infos = Array(repeating: .gone, count: documents)
        present = Array(repeating: 0, count: columns)
        self.entries = Array(repeating: 0, count: entries)
        self.features = Array(repeating: 0, count: columns)
        starts = Array(repeating: 0, count: columns)
        ends = Array(repeating: 0, count: columns)
        sorted = Array(repeating: false, count: columns)
        columnOfFeature = Array(repeating: -1, count: features)
    }

    /// Indexes `samples[range]`; O(their entries).
    mutating func build(_ samples: [UInt32], _ range: Range<Int>, infos all: [SampleInfo], matrix: LevelMatrix) {
        documentCount = range.count
        for (local, position) in range.enumerated() {
            let document = samples[position]
            documents[local] = document
            infos[local] = all[Int(document)]
        }
        countColumns(matrix)
        placeColumns()
        fillColumns(matrix)
        for column in 0..<presentCount { columnOfFeature[Int(features[column])] = -1 }
    }

    private mutating func countColumns(_ matrix: LevelMatrix) {
        var columns = 0
        for local in 0..<documentCount {
            for position in matrix.row(Int(documents[local])) {
                let feature = matrix.entries[position].feature
                let column = Int(columnOfFeature[feature])
                if column >= 0 {
                    ends[column] &+= 1
                } else {
                    columnOfFeature[feature] = Int32(truncatingIfNeeded: columns)
                    features[columns] = UInt32(truncatingIfNeeded: feature)
                    ends[columns] = 1
                    columns &+= 1
                }
            }
        }
        presentCount = columns
    }

    private mutating func placeColumns() {
        var next: Int32 = 0
        for column in 0..<presentCount {
            let size = ends[column]
            starts[column] = next
            ends[column] = next
            next &+= size
            sorted[column] = size == 1
            present[column] = UInt32(truncatingIfNeeded: column)
        }
    }

    private mutating func fillColumns(_ matrix: LevelMatrix) {
        for local in 0..<documentCount {
            for position in matrix.row(Int(documents[local])) {
                let entry = matrix.entries[position]
                let column = Int(columnOfFeature[entry.feature])
                entries[Int(ends[column])] = UInt32(entry.level) &<< 24 | UInt32(truncatingIfNeeded: local)
                ends[column] &+= 1
            }
        }
    }

    /// The feature of a column.
    func feature(ofColumn column: Int) -> Int { Int(features[column]) }

    /// The entries of a column whose documents have not left, by descending level.
    mutating func liveEntries(ofColumn column: Int) -> Range<Int> {
        let start = Int(starts[column])
        var end = start
        for position in start..<Int(ends[column]) {
            let entry = entries[position]
            if infos[Int(entry & 0xFF_FFFF)].isGone { continue }
            entries[end] = entry
            end &+= 1
        }
        ends[column] = Int32(truncatingIfNeeded: end)
        if !sorted[column] {
            sortDescending(start..<end)
            sorted[column] = true
        }
        return start..<end
    }

    private mutating func sortDescending(_ range: Range<Int>) {
        guard range.count <= 16 else {
            entries[range].sort(by: >)
            return
        }
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

    /// Marks a local document as gone.
    @inline(__always)
    mutating func remove(_ local: Int) {
        infos[local] = .gone
    }
}
