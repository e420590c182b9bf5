/// How far scores are what they claim to be: documents in bins of equal width by score, and in each bin the mean score
/// beside the share that is right (a reliability diagram).
///
/// Source: C. Guo et al., "On Calibration of Modern Neural Networks", 2017; scikit-learn's `calibration_curve` has the
/// same bins.
public struct CalibrationCurve: Sendable, Equatable {
    /// The documents whose scores lie between two bounds.
    public struct Bin: Sendable, Equatable {
        /// The bound that scores are above; the first bin holds 0 too.
        public let lower: Double
        /// The greatest score.
        public let upper: Double
        /// The number of documents.
        public fileprivate(set) var count = 0
        /// The number of documents that are right.
        public fileprivate(set) var correct = 0
        fileprivate var scores = 0.0

        /// The mean score; 0 without documents.
        public var meanScore: Double { count == 0 ? 0 : scores / Double(count) }
        /// The share of documents that are right; 0 without documents.
        public var accuracy: Double { count == 0 ? 0 : Double(correct) / Double(count) }
        /// How far the two lie apart.
        public var gap: Double { abs(accuracy - meanScore) }
    }

    /// A score this little above a bound still lies below it: 7 of 10 votes are .7 as `Float` and as `Double`.
    static let tolerance = 1e-6

    /// The bins by ascending score, empty ones too.
    public private(set) var bins: [Bin]

    /// Sorts documents into bins by score, from 0 to 1, and whether they are right.
    ///
    /// - Precondition: there is at least one bin.
    public init(_ documents: some Sequence<(score: Double, isCorrect: Bool)>, bins count: Int = 10) {
        precondition(count > 0, "no bins")
        bins = (0..<count).map {
            Bin(lower: Double($0) / Double(count), upper: Double($0 + 1) / Double(count))
        }
        for (score, isCorrect) in documents where score.isFinite {
            let place = (score * Double(count) - Self.tolerance).rounded(.up) - 1
            let bin = Int(min(max(place, 0), Double(count - 1)))
            bins[bin].count += 1
            bins[bin].correct += isCorrect ? 1 : 0
            bins[bin].scores += score
        }
    }

    /// The number of documents.
    public var documents: Int { bins.reduce(0) { $0 + $1.count } }

    /// The mean gap, weighted by documents: the expected calibration error (ECE); 0 without documents.
    public var expectedError: Double {
        guard documents > 0 else { return 0 }
        return bins.reduce(0) { $0 + $1.gap * Double($1.count) } / Double(documents)
    }

    /// The greatest gap of a bin with documents.
    public var greatestError: Double {
        bins.filter { $0.count > 0 }.map(\.gap).max() ?? 0
    }
}
