import Dataset

extension Forest {
    /// How many trees are walked side by side.
    static let treesAtOnce = 128

    /// Walks trees from where the document leaves their root spines and calls `body` with each tree's leaf, in order.
    ///
    /// The trees take turns, one spine each, so that the processor fetches the next spines of many trees while it scans
    /// one: memory, not arithmetic, is what a lone walk waits for. Reads without bounds checks; it stays inside the arrays
    /// because `checkInvariants` held when the forest was put together: a spine ends in a step that every document leaves,
    /// since the level of the feature `features` is 255; targets lie inside their tree; `levels` has `features` + 1
    /// places.
    @inline(__always)
    func walk(_ trees: Range<Int>, _ document: DocumentLevels, _ body: (Int) -> Void) {
        let reader = unsafe StepReader(steps)
        unsafe withUnsafeTemporaryAllocation(of: TreeWalk.self, capacity: trees.count) { walks in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: trees.count) { active in
                var count = 0
                for (position, tree) in trees.enumerated() {
                    let target = unsafe reader.target(at: Int(document.rootSteps[tree]) &* reader.width)
                    unsafe walks[position] = TreeWalk(target: target, start: treeStarts[tree])
                    unsafe active[count] = UInt8(truncatingIfNeeded: position)
                    count &+= unsafe target & reader.mark != 0 ? 1 : 0
                }
                unsafe document.levels.withUnsafeBufferPointer { levels in
                    while count > 0 {
                        unsafe advance(walks, active, &count, levels, reader)
                    }
                }
            }
            for position in 0..<trees.count { unsafe body(Int(walks[position].target)) }
        }
        withExtendedLifetime(self) {}
    }

    /// Scans one spine of each active walk, and keeps those active that turn into another.
    @inline(__always)
    private func advance(
        _ walks: UnsafeMutableBufferPointer<TreeWalk>,
        _ active: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int,
        _ levels: UnsafeBufferPointer<UInt8>,
        _ reader: StepReader
    ) {
        for number in 0..<count {
            let position = unsafe Int(active[number])
            unsafe walks[position].findSpine(reader)
        }
        var kept = 0
        for number in 0..<count {
            let position = unsafe active[number]
            let target = unsafe walks[Int(position)].scanSpine(reader, levels)
            unsafe active[kept] = position
            kept &+= unsafe target & reader.mark != 0 ? 1 : 0
        }
        count = kept
    }
}

/// Where the walk of a tree is.
private struct TreeWalk: BitwiseCopyable {
    /// The last turn's target; in the end the leaf.
    var target: UInt32
    /// The tree's first step.
    let start: UInt32
    private var offset = 0
    private var firstStep: UInt32 = 0

    init(target: UInt32, start: UInt32) {
        self.target = target
        self.start = start
    }

    /// Reads the first step of the spine that the last turn leads to, which brings it into the cache.
    @inline(__always)
    mutating func findSpine(_ reader: StepReader) {
        unsafe offset = (Int(start) &+ Int(target & ~reader.mark)) &* reader.width
        firstStep = unsafe reader.step(at: offset)
    }

    /// Goes along the spine to the step where the document turns.
    @inline(__always)
    mutating func scanSpine(_ reader: StepReader, _ levels: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var (step, position) = (firstStep, offset)
        while unsafe UInt32(levels[reader.feature(of: step)]) <= reader.level(of: step) {
            unsafe position &+= reader.width
            step = unsafe reader.step(at: position)
        }
        target = unsafe reader.target(at: position)
        return target
    }
}

/// Reads packed steps without bounds checks; valid as long as the array it was made from.
@unsafe private struct StepReader {
    private let bytes: UnsafeRawPointer
    let width: Int
    let mark: UInt32
    private let featureMask: UInt32
    private let levelShift: UInt32
    private let targetOffset: Int

    init(_ steps: StepArray) {
        // A forest has a step at least, so there is an address.
        unsafe bytes = UnsafeRawPointer(steps.bytes.unsafeElements.baseAddress.unsafelyUnwrapped)
        unsafe width = steps.width
        unsafe mark = steps.form.mark
        unsafe featureMask = steps.form.featureBytes == 2 ? 0xFFFF : 0xFF_FFFF
        unsafe levelShift = UInt32(8 * steps.form.featureBytes)
        unsafe targetOffset = steps.form.featureBytes + 1
    }

    /// The first four bytes of a step.
    @inline(__always)
    func step(at offset: Int) -> UInt32 {
        unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    func feature(of step: UInt32) -> Int { unsafe Int(truncatingIfNeeded: step & featureMask) }

    @inline(__always)
    func level(of step: UInt32) -> UInt32 { unsafe (step &>> levelShift) & 0xFF }

    @inline(__always)
    func target(at offset: Int) -> UInt32 {
        let address = unsafe bytes + (offset &+ targetOffset)
        return unsafe mark == 1 << 15
            ? UInt32(UInt16(littleEndian: address.loadUnaligned(as: UInt16.self)))
            : UInt32(littleEndian: address.loadUnaligned(as: UInt32.self))
    }
}
