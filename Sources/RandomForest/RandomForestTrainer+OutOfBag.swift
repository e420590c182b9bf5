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
        guard let trails = outOfBagTrails(of: forest, from: first, until: stop, { $1 }) else { return nil }
        return OutOfBagEstimate(
            classes: forest.classes,
            probabilities: trails.flatMap(\.probabilities),
            trees: trails.map(\.voters),
            truth: plan.classes
        )
    }

    /// Calls `body` with the number and the trail of training documents by the trees that did not see them.
    ///
    /// Nothing is held of a document but what `body` makes of it. O(documents x trees) walks on `n_jobs` threads.
    ///
    /// - Parameters:
    ///   - forest: Trees of this trainer with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - documents: The numbers of the documents; `nil` for all.
    ///   - stops: The ascending numbers of trees at which to look at the votes.
    ///   - stop: When it is raised the walks are given up.
    ///   - body: Called on any thread with the number of a document and its trail.
    /// - Returns: What `body` made of each document, in their order; `nil` when the walks were given up.
    public func outOfBagTrails<Result: Sendable>(
        of forest: Forest,
        from first: Int = 0,
        documents: [Int]? = nil,
        stops: [Int] = [],
        until stop: StopFlag? = nil,
        _ body: @Sendable (Int, VoteTrail) -> Result
    ) -> [Result]? {
        precondition(forest.features == plan.matrix.features && forest.classes == plan.classWeights.count)
        let loop = ParallelLoop(threads: parameters.nJobs)
        let bags = loop.map(forest.trees, until: stop) { Bag(of: first + $0, plan) }
        guard bags.count == forest.trees else { return nil }
        let documents = documents ?? Array(plan.classes.indices)
        guard !documents.isEmpty else { return [] }
        let blocks = ParallelLoop.ranges(of: documents.count, pieces: max(loop.threads * 8, Self.fewestBlocks))
        let parts = loop.map(blocks.count, until: stop) { block in
            var levels = DocumentLevels(for: forest)
            return documents[blocks[block]].map { document in
                levels.load(document, of: plan.matrix)
                return body(document, VoteTrail(forest, levels, stops: stops) { !bags[$0].holds(document) })
            }
        }
        return parts.count == blocks.count ? parts.flatMap(\.self) : nil
    }

    /// So many pieces that none of them takes long and a stop is soon seen.
    private static let fewestBlocks = 256
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
