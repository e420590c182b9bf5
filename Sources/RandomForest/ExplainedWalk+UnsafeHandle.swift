import Dataset

/// A document's way through one tree after another, with the share of a class in the nodes on it.
///
/// Reads without bounds checks outside debug builds; it stays inside the arrays because `checkInvariants` held when the
/// forest was put together and `LeafIndex` was made from it: a spine ends in a step that every document leaves, since the
/// level of the feature `features` is 255, and targets lie inside their tree. Valid as long as forest, index and levels.
@unsafe
struct ExplainedWalk {
    /// Where a step leads and what it asks for.
    private struct Reading {
        var feature: Int
        var level: UInt8
        var target: Int
        var isSpine: Bool
    }

    private let packed: UnsafeRawBufferPointer
    private let form: StepForm
    private let width: Int
    private let featureMask: UInt32
    private let levels: UnsafeBufferPointer<PresentLevel>
    private let ends: UnsafeBufferPointer<UInt32>
    private let drawsBefore: UnsafeBufferPointer<UInt32>
    private let steps: UnsafeBufferPointer<UInt32>
    private let classDraws: UnsafeBufferPointer<Double>
    private let features: Int
    /// Behind the class's last place in `steps`.
    private let endOfClass: Int
    /// Behind the class's last place in the present tree.
    private var endOfTree: Int
    /// The first step behind the present node.
    private var end = 0
    /// The class's places in the present node.
    private var low: Int
    private var high: Int
    /// The present tree's first step.
    private var start = 0
    /// The class's share in the last node that was entered.
    private(set) var share = 0.0

    init(_ explainer: ForestExplainer, _ levels: UnsafeBufferPointer<PresentLevel>, class index: Int) {
        let (forest, leaves) = (explainer.forest, explainer.leaves)
        unsafe packed = UnsafeRawBufferPointer(forest.steps.bytes.unsafeElements)
        unsafe form = forest.steps.form
        unsafe width = forest.steps.form.width
        unsafe featureMask = forest.steps.form.featureBytes == 2 ? 0xFFFF : 0xFF_FFFF
        unsafe self.levels = levels
        unsafe ends = leaves.ends.unsafeElements
        unsafe drawsBefore = leaves.drawsBefore.unsafeElements
        unsafe steps = leaves.steps.unsafeElements
        unsafe classDraws = leaves.classDraws.unsafeElements
        unsafe features = forest.features
        unsafe low = leaves.starts[index]
        unsafe high = leaves.starts[index]
        unsafe endOfClass = leaves.starts[index + 1]
        unsafe endOfTree = leaves.starts[index]
    }

    /// Begins in the root of the next tree.
    mutating func begin(at step: Int) {
        unsafe start = step
        unsafe low = endOfTree
        unsafe end = Int(ends[step])
        unsafe high = endOfPlaces(before: end)
        _ = unsafe changeOfShare(step)
        unsafe endOfTree = high
    }

    /// Whether the share is the same in all leaves below.
    var isSettled: Bool { unsafe share == 0 || share == 1 }

    /// Passes a step of the present spine that asks for a feature of the document.
    @inline(__always)
    mutating func stay(at step: Int, feature position: Int, _ tally: inout AttributionTally) {
        guard unsafe !isSettled else { return }
        tally.absent += unsafe enter(step)
        tally.contributions[position] += unsafe enter(step + 1)
    }

    /// Goes on to the leaf, from the step that the document leaves the present spine by.
    mutating func finish(from exit: Int, _ forest: borrowing Forest, class index: Int, _ tally: inout AttributionTally)
    {
        var exit = exit
        while unsafe !isSettled {
            let step = unsafe reading(exit)
            guard unsafe step.feature < features else {
                tally.absent += unsafe change(to: forest.share(of: index, inLeaf: step.target))
                return
            }
            tally.absent += unsafe enter(exit)
            let position = tally.position(of: step.feature)
            guard step.isSpine else {
                tally.contributions[position] += unsafe change(to: forest.share(of: index, inLeaf: step.target))
                return
            }
            tally.contributions[position] += unsafe enter(start + step.target)
            unsafe exit = scan(from: start + step.target, &tally)
        }
    }

    /// Passes the steps of a spine up to that where the document leaves it, or up to where the share is settled.
    private mutating func scan(from step: Int, _ tally: inout AttributionTally) -> Int {
        var step = step
        while true {
            unsafe step = firstPresent(from: step)
            let found = unsafe reading(step)
            if unsafe levels[found.feature].level > found.level || isSettled { return step }
            unsafe stay(at: step, feature: tally.position(of: found.feature), &tally)
            step += 1
        }
    }

    /// The first step of a spine, from `step` on, that asks for a feature of the document, or the spine's last.
    @inline(__always)
    private func firstPresent(from step: Int) -> Int {
        var step = step
        var offset = unsafe step &* width
        while unsafe levels[feature(at: offset)].level == 0 {
            step &+= 1
            unsafe offset &+= width
        }
        return step
    }

    /// A step has five bytes at least, so four can be read from its beginning.
    @inline(__always)
    private func feature(at offset: Int) -> Int {
        let word = unsafe packed.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return unsafe Int(UInt32(littleEndian: word) & featureMask)
    }

    @inline(__always)
    private func reading(_ step: Int) -> Reading {
        let offset = unsafe step &* width
        let place = unsafe offset &+ form.featureBytes
        let target: UInt32
        if unsafe form.targetBytes == 2 {
            target = unsafe UInt32(
                UInt16(littleEndian: packed.loadUnaligned(fromByteOffset: place + 1, as: UInt16.self))
            )
        } else {
            target = unsafe UInt32(littleEndian: packed.loadUnaligned(fromByteOffset: place + 1, as: UInt32.self))
        }
        let mark = unsafe form.mark
        return unsafe Reading(
            feature: feature(at: offset),
            level: packed[place],
            target: Int(target & ~mark),
            isSpine: target & mark != 0
        )
    }

    /// Goes to a node below the present one; returns how the share changes.
    ///
    /// Most steps of a spine lead to a leaf, so that a bound often stays as it is; a search is ten times a look.
    @inline(__always)
    private mutating func enter(_ step: Int) -> Double {
        if unsafe low < high && steps[low] < UInt32(truncatingIfNeeded: step) {
            unsafe low = place(of: step, from: low + 1, upTo: high)
        }
        let endOfNode = unsafe Int(ends[step])
        if unsafe endOfNode != end {
            unsafe end = endOfNode
            unsafe high = place(of: endOfNode, from: low, upTo: high)
        }
        return unsafe changeOfShare(step)
    }

    /// The end of the places of a tree, found by leaps, since the class's other trees have many more.
    private func endOfPlaces(before end: Int) -> Int {
        var (first, leap) = unsafe (low, 16)
        while unsafe first + leap < endOfClass, unsafe steps[first + leap] < end {
            first += leap
            leap *= 2
        }
        return unsafe place(of: end, from: first, upTo: min(endOfClass, first + leap))
    }

    @inline(__always)
    private mutating func changeOfShare(_ step: Int) -> Double {
        guard unsafe low < high else { return unsafe change(to: 0) }
        let all = unsafe drawsBefore[end] &- drawsBefore[step]
        let draws = unsafe classDraws[high] - classDraws[low]
        return unsafe change(to: all == 0 ? 0 : min(1, draws / Double(all)))
    }

    @inline(__always)
    private mutating func change(to new: Double) -> Double {
        let change = unsafe new - share
        unsafe share = new
        return change
    }

    /// The first place from `low` up to `high` whose step is `step` or comes after it; O(log places).
    @inline(__always)
    private func place(of step: Int, from low: Int, upTo high: Int) -> Int {
        let step = UInt32(truncatingIfNeeded: step)
        var (low, count) = (low, high &- low)
        while count > 0 {
            let half = count &>> 1
            let goesOn = unsafe steps[low &+ half] < step
            low = goesOn ? low &+ half &+ 1 : low
            count = goesOn ? count &- half &- 1 : half
        }
        return low
    }
}
