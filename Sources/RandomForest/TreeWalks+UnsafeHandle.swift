import Dataset

/// A document's walks through some trees, side by side: a walk goes on by one scan while the others wait.
///
/// A walk alone waits for memory and, worse, for branches that nobody can foretell: where a spine is left, and whether a
/// spine or a leaf follows. So a scan has no branch, and the walks that go on are bits of a register. A list of them was a third
/// as slow again, and not always alike; we suppose that loads wait until it is known where earlier scans store.
///
/// Reads without bounds checks; it stays inside the arrays because `checkInvariants` held when the forest was put together:
/// a spine ends in a step that every document leaves, since the level of the feature `features` is 255, and targets lie
/// inside their tree. Valid as long as forest, levels and places.
@unsafe
struct TreeWalks<let featureBytes: Int, let targetBytes: Int> {
    private let reader: StepReader<featureBytes, targetBytes>
    private let starts: UnsafePointer<UInt32>
    /// For each tree what makes a signed target the number of a spine's step.
    private let origins: UnsafeMutablePointer<UInt32>
    /// For each tree the step that the walk goes on at, or a leaf as `place` makes it.
    private let places: UnsafeMutablePointer<UInt32>

    /// Takes the first step of each tree and a place for each; `nil` without trees.
    init?(
        _ reader: StepReader<featureBytes, targetBytes>,
        starts: UnsafeBufferPointer<UInt32>,
        memory: UnsafeMutableBufferPointer<UInt32>
    ) {
        precondition(starts.count <= Forest.treesAtOnce && memory.count == 2 * Forest.treesAtOnce, "too many trees")
        guard let start = starts.baseAddress, let place = memory.baseAddress else { return nil }
        unsafe self.reader = reader
        unsafe self.starts = start
        unsafe places = place
        unsafe origins = place + Forest.treesAtOnce
    }

    /// Walks the first `count` trees to their leaves from the steps where the document leaves the root spines.
    ///
    /// In two halves by turns, since a half's next round can only begin when its last one is known.
    @inline(__always)
    func finish(_ count: Int, from rootSteps: ArraySlice<UInt32>) {
        let half = (count &+ 1) &>> 1
        var first = unsafe begin(0..<half, rootSteps)
        var second = unsafe begin(half..<count, rootSteps)
        while first | second != 0 {
            first = unsafe goOn(first, from: 0)
            second = unsafe goOn(second, from: half)
        }
    }

    /// Walks one tree step by step, without a look at the steps behind; the way for trees that scans might read beyond.
    func finishAlone(_ tree: Int, from rootStep: UInt32) {
        unsafe origins[tree] = unsafe starts[tree] &+ StepReader<featureBytes, targetBytes>.mark
        var exit = rootStep
        while true {
            while unsafe reader.excess(at: exit) < 0 { exit &+= 1 }
            let target = unsafe reader.target(of: exit)
            unsafe places[tree] = unsafe place(of: target, tree)
            guard target < 0 else { return }
            exit = unsafe places[tree]
        }
    }

    /// The leaf at the end of a tree's walk.
    @inline(__always)
    func leaf(of tree: Int) -> Int {
        unsafe Int(places[tree] &- origins[tree])
    }

    /// Turns out of some trees' root spines; a bit for each walk that is not at its leaf.
    @inline(__always)
    private func begin(_ range: Range<Int>, _ rootSteps: ArraySlice<UInt32>) -> UInt64 {
        var active: UInt64 = 0
        for tree in range {
            let target = unsafe reader.target(of: rootSteps[rootSteps.startIndex &+ tree])
            unsafe origins[tree] = unsafe starts[tree] &+ StepReader<featureBytes, targetBytes>.mark
            unsafe places[tree] = unsafe place(of: target, tree)
            active |= UInt64(UInt32(bitPattern: target) &>> 31) &<< UInt64(tree &- range.lowerBound)
        }
        return active
    }

    /// Scans once for each active walk and returns those that go on; `base` is the tree of the first bit.
    @inline(__always)
    private func goOn(_ active: UInt64, from base: Int) -> UInt64 {
        var (waiting, kept) = (active, UInt64(0))
        while waiting != 0 {
            let bit = waiting & (0 &- waiting)
            let tree = base &+ waiting.trailingZeroBitCount
            waiting ^= bit
            let exit = unsafe reader.firstPresent(from: places[tree])
            let target = unsafe reader.target(of: exit)
            let excess = unsafe reader.excess(at: exit)
            let turn = unsafe place(of: target, tree)
            // Masks in place of a choice, of which the compiler makes a branch.
            unsafe places[tree] = turn ^ ((turn ^ (exit &+ 1)) & UInt32(bitPattern: excess &>> 8))
            kept |= bit & UInt64(bitPattern: Int64(excess | target) &>> 63)
        }
        return kept
    }

    /// The step of the spine that a target leads to; for a leaf a number that `leaf` turns back.
    @inline(__always)
    private func place(of target: Int32, _ tree: Int) -> UInt32 {
        unsafe origins[tree] &+ UInt32(bitPattern: target)
    }
}
