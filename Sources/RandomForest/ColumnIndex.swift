/// The features of a node's documents, column by column, for a node and the left children below it.
///
/// Going left only takes documents away, and in sparse text few at a time. So one index serves a whole run of left
/// children: documents that leave are marked, and a column drops them when it is next looked at. Most columns are never
/// looked at, so building only links their entries; a column is gathered and sorted on the first look.
struct ColumnIndex: ~Copyable {
    /// The training document of each local document.
    let documents: WorkBuffer<UInt32>
    /// Class and draws of each local document; `.gone` for those that left.
    let infos: WorkBuffer<SampleInfo>
    /// The number of local documents, with those that left.
    private(set) var documentCount = 0
    /// Features whose columns are not known to be empty; the splitter permutes them as it draws.
    let present: WorkBuffer<UInt32>
    var presentCount = 0
    /// Entries of the columns that were looked at, see `ColumnEntry`.
    let entries: WorkBuffer<UInt32>
    private var gatheredCount = 0
    /// For each feature a number: of its last linked entry, or, once looked at, of its slot.
    ///
    /// Links and slots of all
    /// indexes are numbered on and on, so a number below `firstLink` belongs to an older index.
    private let heads: WorkBuffer<UInt32>
    private let links: WorkBuffer<Link>
    private let slots: WorkBuffer<Slot>
    private var firstLink: UInt32 = 1
    private var firstSlot: UInt32 = 1
    private var slotCount = 0
    /// The columns of all documents while this is a root's index, which needs no links.
    private var columns: ColumnMatrix?
    private let sorter: LevelSorter

    /// The greatest number of documents of a tree.
    static let mostDocuments = 1 << 24
    /// The greatest number of entries, so that links of two indexes have different numbers.
    static let mostEntries = 1 << 30

    /// An entry of a column and the number of the one linked before it, older than `firstLink` at the end.
    private struct Link {
        var entry: UInt32
        var previous: UInt32
    }

    /// The range in `entries` of a column that was looked at.
    private struct Slot {
        var start: UInt32
        var end: UInt32
    }

    /// Makes room for indexes of up to the given sizes.
    init(documents: Int, entries: Int, features: Int) {
        self.documents = WorkBuffer(repeating: 0, count: documents)
        infos = WorkBuffer(repeating: .gone, count: documents)
        // One element more each, because loops write before they know whether to keep what they wrote.
        present = WorkBuffer(repeating: 0, count: features + 1)
        self.entries = WorkBuffer(repeating: 0, count: entries + 1)
        heads = WorkBuffer(repeating: 0, count: features)
        links = WorkBuffer(repeating: Link(entry: 0, previous: 0), count: entries)
        slots = WorkBuffer(repeating: Slot(start: 0, end: 0), count: features)
        sorter = LevelSorter(longest: documents)
    }

    /// Takes all documents under their own numbers in place of those before; O(documents).
    mutating func loadRoot(_ all: borrowing WorkBuffer<SampleInfo>) {
        begin(documents: all.count)
        for document in 0..<all.count {
            documents[document] = UInt32(truncatingIfNeeded: document)
            infos[document] = all[document]
        }
    }

    /// Takes the documents `samples[range]` in place of those before; O(documents).
    mutating func load(
        _ samples: borrowing WorkBuffer<UInt32>,
        _ range: Range<Int>,
        _ all: borrowing WorkBuffer<SampleInfo>
    ) {
        begin(documents: range.count)
        for local in 0..<range.count {
            let document = samples[range.lowerBound &+ local]
            documents[local] = document
            infos[local] = all[Int(document)]
        }
    }

    /// Makes the features of all documents findable, after `loadRoot`; O(features).
    mutating func linkRoot(_ columns: ColumnMatrix) {
        self.columns = columns
        presentCount = heads.count
        for feature in 0..<presentCount { present[feature] = UInt32(truncatingIfNeeded: feature) }
    }

    /// Makes the features of the loaded documents findable; O(their entries).
    mutating func link(_ matrix: LevelMatrix) {
        let count = Self.link(documents, documentCount, of: matrix, firstLink, heads, links, present)
        firstSlot = firstLink &+ UInt32(truncatingIfNeeded: count.links)
        presentCount = count.columns
    }

    private mutating func begin(documents: Int) {
        documentCount = documents
        gatheredCount = 0
        presentCount = 0
        columns = nil
        firstLink = firstSlot &+ UInt32(truncatingIfNeeded: slotCount)
        if firstLink > UInt32.max / 2 {
            heads.fill(with: 0)
            firstLink = 1
        }
        firstSlot = firstLink
        slotCount = 0
    }

    /// Links every entry to the one before it in its column; returns the number of entries and of columns.
    private static func link(
        _ documents: borrowing WorkBuffer<UInt32>,
        _ documentCount: Int,
        of matrix: LevelMatrix,
        _ first: UInt32,
        _ heads: borrowing WorkBuffer<UInt32>,
        _ links: borrowing WorkBuffer<Link>,
        _ present: borrowing WorkBuffer<UInt32>
    ) -> (links: Int, columns: Int) {
        let rows = matrix.entries.span
        let offsets = matrix.rowOffsets.span
        var (columns, count) = (0, 0)
        var local = 0
        while local < documentCount {
            let document = Int(documents[local])
            var position = offsets[document]
            let end = offsets[document &+ 1]
            while position < end {
                let entry = rows[position]
                let head = heads[entry.feature]
                links[count] = Link(entry: ColumnEntry.bits(level: entry.level, local: local), previous: head)
                heads[entry.feature] = first &+ UInt32(truncatingIfNeeded: count)
                // Without a branch, which would be mispredicted at every other entry.
                present[columns] = UInt32(truncatingIfNeeded: entry.feature)
                columns &+= head < first ? 1 : 0
                count &+= 1
                position &+= 1
            }
            local &+= 1
        }
        return (count, columns)
    }

    /// The entries of a feature whose documents have not left, by descending level.
    mutating func liveEntries(of feature: Int) -> Range<Int> {
        let head = heads[feature]
        let range: Range<Int>
        var slot = Int(head) &- Int(firstSlot)
        if slot >= 0 {
            let found = slots[slot]
            range = Self.copyLive(Int(found.start), Int(found.end), of: entries, to: Int(found.start), entries, infos)
        } else {
            range = gather(feature, head: head)
            slot = slotCount
            slotCount &+= 1
            heads[feature] = firstSlot &+ UInt32(truncatingIfNeeded: slot)
        }
        slots[slot] = Slot(
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            end: UInt32(truncatingIfNeeded: range.upperBound)
        )
        return range
    }

    private mutating func gather(_ feature: Int, head: UInt32) -> Range<Int> {
        let start = gatheredCount
        if let columns {
            gatheredCount = Self.copyLive(columns, feature, to: start, entries, infos)
        } else {
            gatheredCount = Self.copyLive(links, from: head, first: firstLink, to: start, entries, infos)
            if gatheredCount &- start > 1 { sorter.sortDescending(entries, start..<gatheredCount) }
        }
        return start..<gatheredCount
    }

    private static func copyLive(
        _ links: borrowing WorkBuffer<Link>,
        from head: UInt32,
        first: UInt32,
        to start: Int,
        _ entries: borrowing WorkBuffer<UInt32>,
        _ infos: borrowing WorkBuffer<SampleInfo>
    ) -> Int {
        var end = start
        var number = head
        while number >= first {
            let link = links[Int(number &- first)]
            entries[end] = link.entry
            end &+= infos[ColumnEntry.local(link.entry)].isGone ? 0 : 1
            number = link.previous
        }
        return end
    }

    private static func copyLive(
        _ columns: ColumnMatrix,
        _ feature: Int,
        to start: Int,
        _ entries: borrowing WorkBuffer<UInt32>,
        _ infos: borrowing WorkBuffer<SampleInfo>
    ) -> Int {
        let all = columns.entries.span
        var end = start
        var position = columns.starts[feature]
        let last = columns.starts[feature &+ 1]
        while position < last {
            let entry = all[position]
            entries[end] = entry
            end &+= infos[ColumnEntry.local(entry)].isGone ? 0 : 1
            position &+= 1
        }
        return end
    }

    private static func copyLive(
        _ start: Int,
        _ end: Int,
        of source: borrowing WorkBuffer<UInt32>,
        to target: Int,
        _ entries: borrowing WorkBuffer<UInt32>,
        _ infos: borrowing WorkBuffer<SampleInfo>
    ) -> Range<Int> {
        var next = target
        var position = start
        while position < end {
            let entry = source[position]
            entries[next] = entry
            next &+= infos[ColumnEntry.local(entry)].isGone ? 0 : 1
            position &+= 1
        }
        return target..<next
    }

    /// Marks a local document as gone.
    @inline(__always)
    func remove(_ local: Int) {
        infos[local] = .gone
    }
}
