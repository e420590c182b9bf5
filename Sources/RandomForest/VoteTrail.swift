public import Dataset

/// What the trees of a forest say of one document as one after another is asked.
public struct VoteTrail: Sendable, Equatable {
    /// For each of the numbers of trees at which the trail was looked at, the likeliest class, the first of equals; `nil`
    /// while no tree has voted.
    public private(set) var bestClasses: [Int?] = []
    /// The mean of the class probabilities of all trees that voted; zeros when none did.
    public private(set) var probabilities: [Float]
    /// The number of trees that voted.
    public private(set) var voters = 0

    /// Asks the trees of a forest that `votes` names; `stops` are the ascending numbers of trees to look at.
    init(_ forest: Forest, _ document: DocumentLevels, stops: [Int], votes: (Int) -> Bool) {
        probabilities = Array(repeating: 0, count: forest.classes)
        var first = 0
        for stop in stops + [forest.trees] {
            let end = min(max(stop, first), forest.trees)
            add(first..<end, of: forest, document, votes: votes)
            if bestClasses.count < stops.count { bestClasses.append(bestClass) }
            first = end
        }
        // Divided, not multiplied by 1/trees, as `Forest.predict` does.
        if voters > 0 { for index in probabilities.indices { probabilities[index] /= Float(voters) } }
    }

    private var bestClass: Int? {
        voters == 0 ? nil : probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    }

    /// Walks runs of neighbouring trees at once, in their order, so that the sums have the same bits as `predict`.
    private mutating func add(
        _ trees: Range<Int>,
        of forest: Forest,
        _ document: DocumentLevels,
        votes: (Int) -> Bool
    ) {
        var tree = trees.lowerBound
        while tree < trees.upperBound {
            var end = tree
            while end < trees.upperBound, votes(end) { end += 1 }
            forest.add(trees: tree..<end, of: document, to: &probabilities)
            voters += end - tree
            tree = end + 1
        }
    }
}

extension Forest {
    /// Calls `body` with the number and the trail of each document, on several threads; O(documents x trees).
    ///
    /// - Parameters:
    ///   - documents: The features of each document.
    ///   - stops: The ascending numbers of trees at which to look at the votes.
    ///   - threads: The number of threads; `nil` for one for each core.
    ///   - body: Called on any thread with the number of a document and its trail.
    /// - Returns: What `body` made of each document, in their order.
    public func trails<Result: Sendable>(
        of documents: [SparseVector],
        stops: [Int],
        threads: Int?,
        _ body: @Sendable (Int, VoteTrail) -> Result
    ) -> [Result] {
        let pieces = ParallelLoop.ranges(of: documents.count, pieces: 64)
        guard !documents.isEmpty else { return [] }
        return ParallelLoop(threads: threads).map(pieces.count) { piece in
            var levels = DocumentLevels(for: self)
            return pieces[piece].map { document in
                levels.load(documents[document])
                return body(document, VoteTrail(self, levels, stops: stops) { _ in true })
            }
        }.flatMap(\.self)
    }
}
