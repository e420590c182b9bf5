/// For features that many root spines ask for, the first turn of every tree, so that eight trees are asked at once.
///
/// A feature has a row where a quarter of eight trees or more have a turn, so rows take at most 16 bytes for each of these.
struct RootRows: Sendable, Equatable {
    /// The number of vectors of a row: enough for all trees.
    let width: Int
    /// For each feature the number of its row, or -1.
    private var numbers: [Int32]
    private var vectors: [RootVector] = []
    /// The first step of each tree.
    let treeStarts: [UInt32]

    private static let treesForEachTurn = 4

    /// Creates rows for features below `features`, none of which has one yet.
    init(features: Int, treeStarts: [UInt32]) {
        width = (treeStarts.count + RootVector.lanes - 1) / RootVector.lanes
        numbers = Array(repeating: -1, count: features)
        self.treeStarts = treeStarts
    }

    /// Whether no feature has a row.
    var isEmpty: Bool { vectors.isEmpty }

    /// Whether a row with so many turns would pay.
    func isWorthwhile(turns: Int) -> Bool {
        treeStarts.count >= RootVector.lanes && turns * Self.treesForEachTurn >= treeStarts.count
    }

    /// Makes a row of a feature's first turns in some trees, one in each; `false` where they are too few or too far away.
    mutating func add(_ turns: [RootTurn], of feature: Int) -> Bool {
        guard isWorthwhile(turns: turns.count) else { return false }
        var row = Array(repeating: RootVector(), count: width)
        for turn in turns {
            let offset = Int(turn.step) - Int(treeStarts[turn.tree])
            guard offset < RootVector.never else { return false }
            row[turn.tree / RootVector.lanes].set(turn.tree % RootVector.lanes, offset: offset, level: turn.level)
        }
        numbers[feature] = Int32(truncatingIfNeeded: vectors.count / width)
        vectors += row
        return true
    }

    /// Lowers the offsets of a document's nearest turns to those of a feature that it has; none without a row.
    func lower(_ nearest: inout [SIMD8<Int16>], by feature: Int, level: UInt8) {
        let first = Int(numbers[feature]) * width
        guard first >= 0 else { return }
        let row = vectors.span.extracting(first..<first + width)
        var nearest = nearest.mutableSpan
        precondition(nearest.count == row.count, "made for another forest")
        let level = SIMD8(repeating: Int16(level))
        for place in row.indices {
            nearest[place] = pointwiseMin(nearest[place], row[place].offsets(above: level))
        }
    }
}

/// The first turns of eight trees by one feature: how many steps behind the root, and from which level on.
struct RootVector: BitwiseCopyable, Equatable {
    private var offsets = SIMD8(repeating: never)
    private var levels = SIMD8(repeating: never)

    /// The offset of a turn that no document takes.
    static let never = Int16.max
    static let lanes = 8

    /// Puts the turn of a tree, whose offset is below `never`.
    mutating func set(_ lane: Int, offset: Int, level: UInt8) {
        offsets[lane] = Int16(truncatingIfNeeded: offset)
        levels[lane] = Int16(level)
    }

    /// The offsets of the turns that a document of a level takes, `never` for the others.
    @inline(__always)
    func offsets(above level: SIMD8<Int16>) -> SIMD8<Int16> {
        offsets.replacing(with: Self.never, where: levels .>= level)
    }
}
