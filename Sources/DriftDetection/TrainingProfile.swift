/// What a model's documents looked like when it was trained, as serving would see them.
public struct TrainingProfile: Sendable, Equatable {
    /// Where predictions on documents that the model had not learned from came from.
    public enum Source: String, Sendable {
        /// The validation channel or split.
        case validation
        /// Each training document by the trees that did not see it.
        case outOfBag = "out_of_bag"
        /// Nowhere: labels and scores are not known.
        case none
    }

    /// A term with the number of training documents that hold it.
    public struct Term: Sendable, Equatable {
        /// The term.
        public var term: String
        /// How many documents hold it.
        public var documents: Int

        /// Creates an entry.
        public init(_ term: String, documents: Int) {
            self.term = term
            self.documents = documents
        }
    }

    /// Edges between scores.
    ///
    /// Off the tenths, since the means of 10, 20 or 100 trees lie on tenths, and rounding would decide on which side.
    public static let scoreEdges = (1...9).map { Double($0) / 10 + 0.005 }
    /// Edges between numbers of terms, about half an octave apart.
    public static let lengthEdges: [Double] = [
        0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 1_024,
    ]
    /// Edges between shares of unknown terms.
    public static let unknownEdges: [Double] = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

    /// The number of training documents.
    public var documents: Int
    /// Where `labelCounts` and `scores` come from.
    public var source: Source
    /// How many documents were predicted to be of each class.
    public var labelCounts: [Int]
    /// The probabilities of the predicted classes.
    public var scores: BinnedCounts
    /// The numbers of terms.
    public var lengths: BinnedCounts
    /// The shares of terms that a model without the document would not know.
    public var unknownShares: BinnedCounts
    /// The terms that most training documents hold, the most frequent first.
    public var topTerms: [Term]

    /// Creates a profile without any count.
    public init(classes: Int, documents: Int, source: Source) {
        self.documents = documents
        self.source = source
        labelCounts = Array(repeating: 0, count: classes)
        scores = BinnedCounts(edges: Self.scoreEdges)
        lengths = BinnedCounts(edges: Self.lengthEdges)
        unknownShares = BinnedCounts(edges: Self.unknownEdges)
        topTerms = []
    }

    /// Counts the predicted class of a document and its score, where that is known.
    public mutating func addPrediction(label: Int, score: Double?) {
        guard labelCounts.indices.contains(label) else { return }
        labelCounts[label] += 1
        if let score { scores.add(score) }
    }

    /// The counts of a feature, bin by bin.
    func counts(of feature: DriftFeature) -> [Int] {
        switch feature {
        case .labels: labelCounts
        case .scores: scores.counts
        case .lengths: lengths.counts
        case .unknownTerms: unknownShares.counts
        }
    }
}

/// What is compared between training and serving.
public enum DriftFeature: String, CaseIterable, Sendable {
    /// The predicted labels.
    case labels
    /// The probabilities of these labels.
    case scores
    /// The numbers of terms.
    case lengths
    /// The shares of terms that the model does not know.
    case unknownTerms = "unknown_terms"
}
