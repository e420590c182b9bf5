/// What is gained and lost when only documents with a score from a threshold on are answered: the share that is
/// (coverage) and the share of those that is right (precision).
public struct CoverageCurve: Sendable, Equatable {
    /// What one threshold leads to.
    public struct Point: Sendable, Equatable {
        /// The least score that is answered.
        public let threshold: Double
        /// The number of documents answered.
        public let answered: Int
        /// The number of those that are right.
        public let correct: Int
        /// The share of documents answered.
        public let coverage: Double

        /// The share of the answers that is right; `nil` without answers.
        public var precision: Double? { answered == 0 ? nil : Double(correct) / Double(answered) }
    }

    /// One point for each score that occurs, by descending threshold; the last one answers all documents.
    public let points: [Point]
    /// The number of documents.
    public let documents: Int

    /// Sorts documents by score; O(n log n).
    public init(_ documents: some Sequence<(score: Double, isCorrect: Bool)>) {
        let sorted = documents.filter(\.score.isFinite).sorted { $0.score > $1.score }
        var points: [Point] = []
        var correct = 0
        for (index, document) in sorted.enumerated() {
            correct += document.isCorrect ? 1 : 0
            let isLast = index == sorted.count - 1
            guard isLast || sorted[index + 1].score < document.score else { continue }
            points.append(
                Point(
                    threshold: document.score,
                    answered: index + 1,
                    correct: correct,
                    coverage: Double(index + 1) / Double(sorted.count)
                )
            )
        }
        self.points = points
        self.documents = sorted.count
    }

    /// What a threshold leads to; O(log n).
    public func point(atThreshold threshold: Double) -> Point {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].threshold >= threshold { low = middle + 1 } else { high = middle }
        }
        let reached = low == 0 ? nil : points[low - 1]
        return Point(
            threshold: threshold,
            answered: reached?.answered ?? 0,
            correct: reached?.correct ?? 0,
            coverage: reached?.coverage ?? 0
        )
    }

    /// The point of the greatest coverage whose precision is at least this; `nil` when there is none.
    public func point(atPrecision least: Double) -> Point? {
        points.last { ($0.precision ?? 0) >= least }
    }
}
