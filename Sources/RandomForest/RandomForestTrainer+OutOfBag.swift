import Dataset

extension RandomForestTrainer {
    /// Estimates how well the forest does on documents it has not seen; O(documents x trees) walks on `n_jobs` threads.
    ///
    /// The trees of each document are summed in their order, so the estimate does not depend on the number of threads.
    ///
    /// - Parameter forest: All the trees of this trainer, in the order of their numbers.
    /// - Returns: The estimate; without `bootstrap` every tree saw every document, and so it is empty.
    public func outOfBagEstimate(of forest: Forest) -> OutOfBagEstimate {
        let trails = outOfBagTrails(of: forest, stops: []) { $1 }
        return OutOfBagEstimate(
            classes: forest.classes,
            probabilities: trails.flatMap(\.probabilities),
            trees: trails.map(\.voters),
            truth: plan.classes
        )
    }

    /// Calls `body` with the number and the trail of each training document by the trees that did not see it.
    ///
    /// Nothing is held of a document but what `body` makes of it. O(documents x trees) walks on `n_jobs` threads.
    ///
    /// - Parameters:
    ///   - forest: The trees of this trainer from the first on, in the order of their numbers.
    ///   - stops: The ascending numbers of trees at which to look at the votes.
    ///   - body: Called on any thread with the number of a document and its trail.
    /// - Returns: What `body` made of each document, in their order.
    public func outOfBagTrails<Result: Sendable>(
        of forest: Forest,
        stops: [Int],
        _ body: @Sendable (Int, VoteTrail) -> Result
    ) -> [Result] {
        precondition(forest.features == plan.matrix.features && forest.classes == plan.classWeights.count)
        let loop = ParallelLoop(threads: parameters.nJobs)
        let bags = loop.map(forest.trees) { Bag(of: $0, plan) }
        let blocks = ParallelLoop.ranges(of: plan.classes.count, pieces: loop.threads * 8)
        return loop.map(blocks.count) { block in
            var levels = DocumentLevels(for: forest)
            return blocks[block].map { document in
                levels.load(document, of: plan.matrix)
                return body(document, VoteTrail(forest, levels, stops: stops) { !bags[$0].holds(document) })
            }
        }.flatMap(\.self)
    }
}

/// Which documents a tree drew, one bit each.
struct Bag: Sendable {
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
