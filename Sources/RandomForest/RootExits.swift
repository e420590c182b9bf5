/// Where one document leaves the root spines of a forest.
struct RootExits: Sendable {
    /// For each tree the step; valid after `RootIndex.settle`.
    var steps: [UInt32]
    /// For each tree how many steps behind the root the nearest turn of a row is, filled up to whole vectors; empty without
    /// rows.
    var offsets: [SIMD8<Int16>]

    init(_ index: RootIndex) {
        steps = index.ends
        offsets = Array(repeating: SIMD8(repeating: RootVector.never), count: index.rows.isEmpty ? 0 : index.rows.width)
    }

    /// Forgets the turns of rows.
    mutating func clear() {
        for place in offsets.indices { offsets[place] = SIMD8(repeating: RootVector.never) }
    }
}
