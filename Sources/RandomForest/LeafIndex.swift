import Dataset

/// Where the leaves of each class stand and how many draws they hold, so that the share of a class in any node is known.
///
/// The steps of a node's subtree stand in one run, since trees are stored in preorder. So two searches among the leaves of
/// a class give its part of a node, and the share of every class in every node needs no memory of its own: this takes 8
/// bytes a step and 12 a leaf, or part of a mixed leaf.
struct LeafIndex: Sendable {
    /// For each step the first step behind the subtree that begins with it.
    let ends: FrozenArray<UInt32>
    /// For each step the draws of all leaves before it, and at the end of all; only differences within a tree count.
    let drawsBefore: FrozenArray<UInt32>
    /// For each class its first place in `steps`, and at the end the number of places.
    let starts: [Int]
    /// The steps that lead to leaves with the class, ascending within a class.
    let steps: FrozenArray<UInt32>
    /// For each place in `steps` the draws of the class in leaves of the places before, and at the end in all.
    let classDraws: FrozenArray<Double>

    /// Collects the leaves of a forest, in O(steps + parts of mixtures); without stored draws each counts as one.
    init(_ forest: Forest) {
        var collector = LeafCollector(forest)
        collector.fill(forest)
        ends = FrozenArray(forest.subtreeEnds())
        drawsBefore = FrozenArray(collector.drawsBefore)
        starts = collector.starts
        steps = FrozenArray(collector.steps)
        classDraws = FrozenArray(collector.classDraws)
    }
}

/// The arrays of a `LeafIndex` while they are filled.
private struct LeafCollector {
    var drawsBefore: [UInt32] = []
    var starts: [Int]
    var steps: [UInt32] = []
    var classDraws: [Double] = []

    init(_ forest: Forest) {
        var counts = Array(repeating: 0, count: forest.classes + 1)
        forest.forEachLeaf { _, leaf, _ in forest.forEachPart(ofLeaf: leaf) { index, _ in counts[index + 1] += 1 } }
        for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
        starts = counts
        steps = Array(repeating: 0, count: counts[forest.classes])
        classDraws = Array(repeating: 0, count: steps.count + 1)
        drawsBefore.reserveCapacity(forest.steps.count + 1)
    }

    mutating func fill(_ forest: Forest) {
        var next = starts
        var total: UInt32 = 0
        forest.forEachLeaf { step, leaf, draws in
            while drawsBefore.count <= step { drawsBefore.append(total) }
            total &+= draws
            forest.forEachPart(ofLeaf: leaf) { index, share in
                steps[next[index]] = UInt32(truncatingIfNeeded: step)
                classDraws[next[index]] = Double(draws) * Double(share)
                next[index] += 1
            }
        }
        while drawsBefore.count <= forest.steps.count { drawsBefore.append(total) }
        var sum = 0.0
        for place in classDraws.indices {
            let draws = classDraws[place]
            classDraws[place] = sum
            sum += draws
        }
    }
}

extension Forest {
    /// For each step the first step behind the subtree that begins with it.
    fileprivate func subtreeEnds() -> [UInt32] {
        var ends = [UInt32](repeating: 0, count: steps.count)
        for tree in 0..<trees {
            let (start, end) = (Int(treeStarts[tree]), Int(treeStarts[tree + 1]))
            ends[start] = treeStarts[tree + 1]
            for number in start..<end {
                let step = steps[number]
                var endOfNext = ends[number]
                if case .spine(let offset) = step.target {
                    // The left subtree comes first, and the right one ends where both do.
                    ends[start + offset] = endOfNext
                    endOfNext = UInt32(truncatingIfNeeded: start + offset)
                }
                if step.feature < features { ends[number + 1] = endOfNext }
            }
        }
        return ends
    }

    /// Calls `body` with each step that leads to a leaf, the leaf and its draws.
    fileprivate func forEachLeaf(_ body: (_ step: Int, _ leaf: Int, _ draws: UInt32) -> Void) {
        var reader = leafDraws.map(LeafDraws.Reader.init)
        for step in 0..<steps.count {
            guard case .leaf(let leaf) = steps[step].target else { continue }
            body(step, leaf, reader?.next() ?? 1)
        }
    }

    /// Calls `body` with each class of a leaf and its share.
    @inline(__always)
    func forEachPart(ofLeaf leaf: Int, _ body: (_ class: Int, _ share: Float) -> Void) {
        guard leaf >= classes else { return body(leaf, 1) }
        for part in Int(mixtureOffsets[leaf - classes])..<Int(mixtureOffsets[leaf - classes + 1]) {
            body(Int(mixtureClasses[part]), mixtureProbabilities[part])
        }
    }

    /// The share of a class in a leaf.
    func share(of index: Int, inLeaf leaf: Int) -> Double {
        guard leaf >= classes else { return leaf == index ? 1 : 0 }
        var share = 0.0
        forEachPart(ofLeaf: leaf) { if $0 == index { share += Double($1) } }
        return share
    }
}
