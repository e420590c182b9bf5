import Dataset

/// Grows trees one after another, depth first as scikit-learn's `DepthFirstTreeBuilder`, on buffers that it keeps.
///
/// A run of left children, called a spine here, is grown in one go on one `ColumnIndex`; right children wait on a stack.
/// O(entries x right turns of a document) for the indexes, plus the entries that the drawn features hold.
struct TreeBuilder<Measure: ImpurityMeasure>: ~Copyable {
    let plan: TrainingPlan
    var sample: BootstrapSample
    /// Documents of right children, back to back; a node's documents are a range of it.
    let samples: WorkBuffer<UInt32>
    let splitter: Splitter<Measure>
    var index: ColumnIndex
    var tally: ClassTally<Measure>
    var generator = SeededGenerator(seed: 0)
    var tree = DecisionTree(capacity: 0)
    private var waiting: [Spine] = []

    /// A node from which a spine is to grow, and the node whose right child it is.
    private struct Spine {
        var start: Int
        var end: Int
        var depth: Int
        /// Negative for the root.
        var parent: Int
        /// The class of all documents; negative where there are several.
        var onlyClass: Int
        /// How often its documents were drawn.
        var draws: Int
    }

    init(_ plan: TrainingPlan) {
        self.plan = plan
        sample = BootstrapSample(for: plan)
        samples = WorkBuffer(repeating: 0, count: plan.matrix.rows)
        splitter = Splitter(plan)
        index = ColumnIndex(
            documents: plan.matrix.rows,
            entries: plan.matrix.entries.count,
            features: plan.matrix.features
        )
        tally = ClassTally(classes: plan.classWeights.count)
    }

    /// Grows a tree; the same for the same number, whatever was grown before.
    mutating func grow(_ number: Int) -> DecisionTree {
        generator = plan.generator(ofTree: number)
        tree = DecisionTree(capacity: tree.count + tree.count / 8)
        sample.draw(plan, using: &generator)
        if let leaves = plan.rules.maxLeafNodes {
            growBestFirst(leaves: leaves)
        } else {
            growDepthFirst()
        }
        return tree
    }

    private mutating func growDepthFirst() {
        waiting.append(Spine(start: 0, end: sample.documents, depth: 0, parent: -1, onlyClass: -1, draws: 0))
        while let spine = waiting.popLast() {
            if spine.parent >= 0 { tree.setRight(of: spine.parent, to: tree.count) }
            if spine.onlyClass >= 0 {
                tree.appendLeaf(class: spine.onlyClass, draws: spine.draws)
            } else {
                grow(spine)
            }
        }
    }

    private mutating func grow(_ spine: Spine) {
        if spine.parent < 0 {
            index.loadRoot(sample.infos)
        } else {
            index.load(samples, spine.start..<spine.end, sample.infos)
        }
        countDocuments()
        var (end, depth) = (spine.end, spine.depth)
        if maySplit(depth: depth) {
            if spine.parent < 0 { index.linkRoot(plan.columns) } else { index.link(plan.matrix) }
            repeat {
                let split = acceptedSplit()
                guard split.isFound else { break }
                end = divide(split, end: end, depth: depth)
                depth &+= 1
            } while maySplit(depth: depth)
        }
        appendLeaf()
    }

    func maySplit(depth: Int) -> Bool {
        tally.documents >= plan.rules.minSamplesSplit && depth < plan.rules.maxDepth && !tally.isPure
    }

    /// The best split of the node in `tally` and `index`, or none when it does not lower the impurity enough.
    mutating func acceptedSplit() -> Split {
        let split = splitter.bestSplit(of: tally, in: &index, sample, using: &generator)
        guard plan.rules.minImpurityDecrease > 0 && split.isFound else { return split }
        return decrease(by: split) + Double.ulpOfOne < plan.rules.minImpurityDecrease ? .none : split
    }

    /// The weighted impurity decrease, as scikit-learn's `min_impurity_decrease` counts it: W x impurity differs from the
    /// score only in sign and in what is the same before and after.
    func decrease(by split: Split) -> Double {
        (split.score - tally.score) / sample.weight
    }

    /// Sends the split's documents to the right child, which waits; returns the new end of the node's range.
    private mutating func divide(_ split: Split, end: Int, depth: Int) -> Int {
        let node = tree.appendInner(feature: split.feature, level: split.level)
        let first = index.infos[ColumnEntry.local(index.entries[split.start])].classIndex
        var isPure = true
        var (middle, draws) = (end, 0)
        for position in split.start..<split.end {
            let local = ColumnEntry.local(index.entries[position])
            let info = index.infos[local]
            draws &+= info.draws
            isPure = isPure && info.classIndex == first
            tally.remove(sample.weight(of: info), from: info.classIndex)
            middle &-= 1
            samples[middle] = index.documents[local]
            index.remove(local)
        }
        waiting.append(
            Spine(
                start: middle,
                end: end,
                depth: depth &+ 1,
                parent: node,
                onlyClass: isPure ? first : -1,
                draws: draws
            )
        )
        return middle
    }

    /// Counts the index's documents.
    mutating func countDocuments() {
        tally.clearSums()
        for local in 0..<index.documentCount {
            let info = index.infos[local]
            if info.isGone { continue }
            tally.add(sample.weight(of: info), to: info.classIndex)
        }
    }

    /// The shares of the classes among the documents that have not left the index; empties the tally.
    mutating func takeLeaf() -> LeafMixture {
        let weight = tally.weight
        var leaf = LeafMixture()
        for local in 0..<index.documentCount {
            let info = index.infos[local]
            if info.isGone { continue }
            let count = tally.counts[info.classIndex]
            if count == 0 { continue }
            leaf.append((info.classIndex, Float(count / weight)))
            tally.counts[info.classIndex] = 0
        }
        return leaf.sorted { $0.class < $1.class }
    }

    /// How often the documents were drawn that have not left the index.
    func drawsLeft() -> Int {
        var draws = 0
        for local in 0..<index.documentCount { draws &+= index.infos[local].draws }
        return draws
    }

    /// Appends the leaf at the end of a spine and empties the tally.
    private mutating func appendLeaf() {
        let draws = drawsLeft()
        guard tally.isPure else {
            tree.append(takeLeaf(), classes: tally.counts.count, draws: draws)
            return
        }
        var local = 0
        while index.infos[local].isGone { local &+= 1 }
        let only = index.infos[local].classIndex
        tally.counts[only] = 0
        tree.appendLeaf(class: only, draws: draws)
    }
}
