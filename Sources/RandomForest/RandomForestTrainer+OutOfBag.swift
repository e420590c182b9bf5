public import Dataset

extension RandomForestTrainer {
    /// Estimates how well the forest does on documents it has not seen; O(documents x trees) walks on `n_jobs` threads.
    ///
    /// The trees of each document are summed in their order, so the estimate does not depend on the number of threads.
    ///
    /// - Parameter forest: All the trees of this trainer, in the order of their numbers.
    /// - Returns: The estimate; without `bootstrap` every tree saw every document, and so it is empty.
    public func outOfBagEstimate(of forest: Forest) -> OutOfBagEstimate {
        guard let estimate = outOfBagEstimate(of: forest, from: 0, until: nil) else {
            preconditionFailure("nothing stopped the estimate")
        }
        return estimate
    }

    /// Estimates as `outOfBagEstimate(of:)` does from a share of the trees.
    ///
    /// - Parameters:
    ///   - forest: Trees of this trainer with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - stop: When it is raised the estimate is given up.
    /// - Returns: The estimate; `nil` when it was given up.
    public func outOfBagEstimate(of forest: Forest, from first: Int, until stop: StopFlag?) -> OutOfBagEstimate? {
        precondition(forest.features == plan.matrix.features && forest.classes == plan.classWeights.count)
        let loop = ParallelLoop(threads: parameters.nJobs)
        let bags = loop.map(forest.trees, until: stop) { Bag(of: first + $0, plan) }
        guard bags.count == forest.trees else { return nil }
        let blocks = ParallelLoop.ranges(of: plan.classes.count, pieces: max(loop.threads * 8, Self.fewestBlocks))
        let parts = loop.map(blocks.count, until: stop) { Self.votes(blocks[$0], forest, bags, plan.matrix) }
        guard parts.count == blocks.count else { return nil }
        return OutOfBagEstimate(
            classes: forest.classes,
            probabilities: parts.flatMap(\.probabilities),
            trees: parts.flatMap(\.trees),
            truth: plan.classes
        )
    }

    /// So many pieces that none of them takes long and a stop is soon seen.
    private static let fewestBlocks = 256

    private static func votes(
        _ documents: Range<Int>,
        _ forest: Forest,
        _ bags: [Bag],
        _ matrix: LevelMatrix
    ) -> (probabilities: [Float], trees: [Int]) {
        var levels = DocumentLevels(for: forest)
        var all: [Float] = []
        var counts: [Int] = []
        for document in documents {
            levels.load(document, of: matrix)
            var sums = [Float](repeating: 0, count: forest.classes)
            var count = 0
            for tree in bags.indices where !bags[tree].holds(document) {
                forest.add(trees: tree..<tree + 1, of: levels, to: &sums)
                count += 1
            }
            all += sums.map { $0 / Float(max(1, count)) }
            counts.append(count)
        }
        return (all, counts)
    }
}

/// Which documents a tree drew, one bit each.
private struct Bag: Sendable {
    private var bits: [UInt64]

    /// Draws the sample of a tree again.
    init(of tree: Int, _ plan: TrainingPlan) {
        var bits = [UInt64](repeating: plan.bootstrap ? 0 : .max, count: (plan.classes.count + 63) / 64)
        var generator = plan.generator(ofTree: tree)
        if plan.bootstrap {
            BootstrapSample.forEachDraw(plan, using: &generator) { bits[$0 >> 6] |= 1 << UInt64($0 & 63) }
        }
        self.bits = bits
    }

    func holds(_ document: Int) -> Bool {
        bits[document >> 6] >> UInt64(document & 63) & 1 != 0
    }
}
