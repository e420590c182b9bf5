import Dataset

extension RandomForestTrainer {
    /// The class of a training document.
    public func classIndex(of document: Int) -> Int { Int(plan.classes[document]) }

    /// The share of votes that each class has in some training documents, by the trees that did not see them.
    ///
    /// O(documents x trees) walks on `n_jobs` threads. The trees of each document are summed in their order, so that the
    /// shares do not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - forest: All the trees of this trainer, in the order of their numbers.
    ///   - documents: The numbers of the documents.
    /// - Returns: The shares, row by row in the order of `documents`; all zero where every tree saw the document.
    public func outOfBagShares(of forest: Forest, documents: [Int]) -> [Float] {
        precondition(forest.features == plan.matrix.features && forest.classes == plan.classWeights.count)
        let loop = ParallelLoop(threads: parameters.nJobs)
        let bags = loop.map(forest.trees) { Bag(of: $0, plan) }
        let blocks = ParallelLoop.ranges(of: documents.count, pieces: loop.threads * 8)
        return loop.map(blocks.count) { block in
            var levels = DocumentLevels(for: forest)
            var shares: [Float] = []
            for document in documents[blocks[block]] {
                levels.load(document, of: plan.matrix)
                shares += Self.shares(of: document, forest, levels, bags)
            }
            return shares
        }.flatMap(\.self)
    }

    private static func shares(
        of document: Int,
        _ forest: Forest,
        _ levels: borrowing DocumentLevels,
        _ bags: [Bag]
    ) -> [Float] {
        var sums = [Float](repeating: 0, count: forest.classes)
        var count = 0
        for tree in bags.indices where !bags[tree].holds(document) {
            forest.add(trees: tree..<tree + 1, of: levels, to: &sums)
            count += 1
        }
        return sums.map { $0 / Float(max(1, count)) }
    }
}
