import Dataset

/// The turns out of the root spines of all trees, feature by feature.
///
/// A root spine is by far the longest, and most of its steps ask for features that a document does not have. So a document
/// looks its own features up in here, and the first turn of each tree is where it leaves: on banking77 570 looks in place
/// of 3,200 steps. Root spines are 3% of all steps, so this is made when a forest is put together and not stored.
struct RootIndex: Sendable, Equatable {
    /// For each feature its first turn, and at the end the number of turns.
    private(set) var starts: [UInt32] = [0]
    /// For each feature its first turn that no row holds.
    private(set) var looseStarts: [UInt32] = []
    private(set) var turns: [RootTurn] = []
    private(set) var rows = RootRows(features: 0, treeStarts: [])
    /// For each tree the step that ends its root spine.
    private(set) var ends: [UInt32] = []

    /// Creates an index without trees.
    init() {}

    /// Collects the turns of a forest whose invariants hold; O(steps of root spines + features).
    init(
        treeStarts: FrozenArray<UInt32>,
        features: Int,
        _ steps: StepArray
    ) {
        starts = Array(repeating: 0, count: features + 1)
        var found: [(feature: Int, turn: RootTurn)] = []
        for tree in treeStarts.indices.dropLast() {
            var step = Int(treeStarts[tree])
            while case let turn = steps[step], turn.feature < features {
                found.append((turn.feature, RootTurn(tree: tree, level: turn.level, step: step)))
                starts[turn.feature + 1] += 1
                step += 1
            }
            ends.append(UInt32(truncatingIfNeeded: step))
        }
        for feature in starts.indices.dropFirst() { starts[feature] += starts[feature - 1] }
        turns = Array(repeating: RootTurn(tree: 0, level: 0, step: 0), count: found.count)
        var next = starts
        for (feature, turn) in found {
            turns[Int(next[feature])] = turn
            next[feature] += 1
        }
        rows = RootRows(features: features, treeStarts: Array(treeStarts.dropLast()))
        looseStarts = (0..<features).map { makeRow(of: $0) }
    }

    /// Puts a feature's first turn in each tree before its others, makes a row of them where that pays, and returns the
    /// first turn that is in none.
    private mutating func makeRow(of feature: Int) -> UInt32 {
        let range = Int(starts[feature])..<Int(starts[feature + 1])
        guard rows.isWorthwhile(turns: range.count) else { return starts[feature] }
        var (firsts, others): ([RootTurn], [RootTurn]) = ([], [])
        for turn in turns[range] {
            if firsts.last?.tree == turn.tree { others.append(turn) } else { firsts.append(turn) }
        }
        turns.replaceSubrange(range, with: firsts + others)
        return starts[feature] + (rows.add(firsts, of: feature) ? UInt32(truncatingIfNeeded: firsts.count) : 0)
    }
}

/// A step of a root spine: a document with more than `level` of its feature leaves the spine of `tree` there.
struct RootTurn: BitwiseCopyable, Equatable {
    /// The tree in the upper 24 bits, the level in the lower 8.
    private let bits: UInt32
    let step: UInt32

    /// The greatest number of trees that turns can tell apart.
    static let mostTrees = 1 << 24

    init(tree: Int, level: UInt8, step: Int) {
        bits = UInt32(truncatingIfNeeded: tree) &<< 8 | UInt32(level)
        self.step = UInt32(truncatingIfNeeded: step)
    }

    @inline(__always) var tree: Int { Int(truncatingIfNeeded: bits &>> 8) }
    @inline(__always) var level: UInt8 { UInt8(truncatingIfNeeded: bits) }
}
