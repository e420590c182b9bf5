import Dataset

extension TreeBuilder {
    /// Grows the tree by the greatest decrease of impurity first until it has `leaves` leaves, as scikit-learn's
    /// `BestFirstTreeBuilder`; O(entries of each node), since every node gets an index of its own.
    mutating func growBestFirst(leaves: Int) {
        var next = 0
        for document in 0..<sample.infos.count where !sample.infos[document].isGone {
            samples[next] = UInt32(truncatingIfNeeded: document)
            next += 1
        }
        var nodes = [evaluate(0..<next, depth: 0)]
        var frontier = SplitFrontier()
        frontier.insert(0, nodes[0])
        for _ in 1..<leaves {
            guard let parent = frontier.popBest() else { break }
            let middle = partition(nodes[parent])
            let (range, depth) = (nodes[parent].range, nodes[parent].depth + 1)
            nodes[parent].children = (nodes.count, nodes.count + 1)
            for part in [range.lowerBound..<middle, middle..<range.upperBound] {
                nodes.append(evaluate(part, depth: depth))
                frontier.insert(nodes.count - 1, nodes[nodes.count - 1])
            }
        }
        appendInPreorder(nodes)
    }

    /// Finds the leaf and the split of a node.
    private mutating func evaluate(_ range: Range<Int>, depth: Int) -> BestFirstNode {
        index.load(samples, range, sample.infos)
        countDocuments()
        var node = BestFirstNode(range: range, depth: depth)
        if maySplit(depth: depth) {
            index.link(plan.matrix)
            node.split = acceptedSplit()
            node.decrease = decrease(by: node.split)
        }
        node.draws = drawsLeft()
        node.leaf = takeLeaf()
        return node
    }

    /// Puts the documents that go left before those that go right; returns the first of these.
    private func partition(_ node: BestFirstNode) -> Int {
        var (low, high) = (node.range.lowerBound, node.range.upperBound)
        while low < high {
            let document = samples[low]
            if plan.matrix.level(of: node.split.feature, in: Int(document)) <= node.split.level {
                low += 1
            } else {
                high -= 1
                samples[low] = samples[high]
                samples[high] = document
            }
        }
        return low
    }

    private mutating func appendInPreorder(_ nodes: [BestFirstNode]) {
        var waiting: [(node: Int, parent: Int?)] = [(0, nil)]
        while let (number, parent) = waiting.popLast() {
            if let parent { tree.setRight(of: parent, to: tree.count) }
            guard let children = nodes[number].children else {
                tree.append(nodes[number].leaf, classes: tally.counts.count, draws: nodes[number].draws)
                continue
            }
            let split = nodes[number].split
            let inner = tree.appendInner(feature: split.feature, level: split.level)
            waiting.append((children.right, inner))
            waiting.append((children.left, nil))
        }
    }
}

/// A node of a tree that grows best first.
private struct BestFirstNode {
    var range: Range<Int>
    var depth: Int
    var leaf = LeafMixture()
    /// How often its documents were drawn.
    var draws = 0
    var split = Split.none
    var decrease = 0.0
    var children: (left: Int, right: Int)?
}

/// The nodes that can be split, by ascending decrease of impurity.
private struct SplitFrontier {
    private var entries: [(node: Int, decrease: Double)] = []

    /// Takes a node in if it can be split; O(log nodes) comparisons.
    mutating func insert(_ number: Int, _ node: BestFirstNode) {
        guard node.split.isFound else { return }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].decrease < node.decrease { low = middle + 1 } else { high = middle }
        }
        entries.insert((number, node.decrease), at: low)
    }

    /// Takes out the node with the greatest decrease; of equals the one that came first.
    mutating func popBest() -> Int? {
        entries.popLast()?.node
    }
}
