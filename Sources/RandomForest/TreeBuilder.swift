import Dataset

/// Grows one tree depth first, as scikit-learn's `DepthFirstTreeBuilder`.
///
/// A run of left children, called a spine here, is grown in one go on one `ColumnIndex`; right children wait on a stack.
/// O(entries x right turns of a document) for the indexes, plus the entries that the drawn features hold.
struct TreeBuilder<Measure: ImpurityMeasure> {
    private let matrix: LevelMatrix
    private let infos: [SampleInfo]
    private let totalWeight: Double
    private var samples: [UInt32]
    private var splitter: Splitter<Measure>
    private var generator: SeededGenerator
    private var index: ColumnIndex
    private var tally: ClassTally<Measure>
    private var tree = DecisionTree()
    private var waiting: [Spine] = []

    /// A node from which a spine is to grow, and the node whose right child it is.
    private struct Spine {
        var range: Range<Int>
        var depth: Int
        var parent: Int?
    }

    init(
        matrix: LevelMatrix,
        infos: [SampleInfo],
        samples: [UInt32],
        splitter: Splitter<Measure>,
        generator: SeededGenerator
    ) {
        self.matrix = matrix
        self.infos = infos
        self.samples = samples
        self.splitter = splitter
        self.generator = generator
        let entries = samples.reduce(0) { $0 + matrix.row(Int($1)).count }
        index = ColumnIndex(documents: samples.count, entries: entries, features: matrix.features)
        tally = ClassTally(classes: splitter.classWeights.count)
        totalWeight = samples.reduce(0) { sum, document in
            let info = infos[Int(document)]
            return sum + Double(info.draws) * splitter.classWeights[info.classIndex]
        }
    }

    /// Grows the tree.
    consuming func grow() -> DecisionTree {
        waiting.append(Spine(range: 0..<samples.count, depth: 0, parent: nil))
        while let spine = waiting.popLast() {
            if let parent = spine.parent { tree.setRight(of: parent, to: tree.count) }
            grow(spine)
        }
        return tree
    }

    private mutating func grow(_ spine: Spine) {
        if let only = onlyClass(of: spine.range) {
            tree.appendLeaf(class: only)
            return
        }
        count(spine.range)
        var (end, depth) = (spine.range.upperBound, spine.depth)
        if maySplit(depth: depth) {
            index.build(samples, spine.range, infos: infos, matrix: matrix)
            while maySplit(depth: depth), let split = acceptedSplit() {
                end = divide(split, end: end, depth: depth)
                depth += 1
            }
            appendLeaf()
            clearTally(index.documentCount)
        } else {
            appendLeaf()
            clearTally(of: spine.range)
        }
    }

    /// The class of all documents in a range of `samples`, or `nil` when there are several.
    private func onlyClass(of range: Range<Int>) -> Int? {
        let first = infos[Int(samples[range.lowerBound])].classIndex
        for position in range.dropFirst() where infos[Int(samples[position])].classIndex != first { return nil }
        return first
    }

    private func maySplit(depth: Int) -> Bool {
        tally.documents >= splitter.rules.minSamplesSplit && depth < splitter.rules.maxDepth && !tally.isPure
    }

    private mutating func acceptedSplit() -> Split? {
        guard let split = splitter.bestSplit(of: tally, in: &index, using: &generator) else { return nil }
        guard splitter.rules.minImpurityDecrease > 0 else { return split }
        return decrease(by: split) < splitter.rules.minImpurityDecrease ? nil : split
    }

    /// The weighted impurity decrease, as scikit-learn's `min_impurity_decrease` counts it: W x impurity differs from the
    /// score only in sign and in what is the same before and after.
    private func decrease(by split: Split) -> Double {
        (split.score - tally.score) / totalWeight
    }

    /// Sends the split's documents to the right child, which waits; returns the new end of the node's range.
    private mutating func divide(_ split: Split, end: Int, depth: Int) -> Int {
        let node = tree.appendInner(feature: index.feature(ofColumn: split.column), level: split.level)
        var middle = end
        for position in split.rightEntries {
            let local = Int(index.entries[position] & 0xFF_FFFF)
            let info = index.infos[local]
            tally.remove(weight(of: info), from: info.classIndex)
            middle &-= 1
            samples[middle] = index.documents[local]
            index.remove(local)
        }
        waiting.append(Spine(range: middle..<end, depth: depth + 1, parent: node))
        return middle
    }

    private func weight(of info: SampleInfo) -> Double {
        Double(info.draws) * splitter.classWeights[info.classIndex]
    }

    private mutating func count(_ range: Range<Int>) {
        tally.clearSums()
        for position in range {
            let info = infos[Int(samples[position])]
            tally.add(weight(of: info), to: info.classIndex)
        }
    }

    private mutating func appendLeaf() {
        let present = tally.counts.indices.filter { tally.counts[$0] > tally.weight * 1e-12 }
        if let only = present.first, present.count == 1 {
            tree.appendLeaf(class: only)
        } else {
            let weight = tally.weight
            let mixture = present.map { (class: $0, probability: Float(tally.counts[$0] / weight)) }
            tree.appendLeaf(mixture: mixture, classes: tally.counts.count)
        }
    }

    private mutating func clearTally(_ documents: Int) {
        for local in 0..<documents { tally.clear(infos[Int(index.documents[local])].classIndex) }
    }

    private mutating func clearTally(of range: Range<Int>) {
        for position in range { tally.clear(infos[Int(samples[position])].classIndex) }
    }
}
