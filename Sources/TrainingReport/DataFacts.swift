/// What is known of the documents of a training.
public struct DataFacts: Sendable, Equatable {
    /// The documents that were learned from.
    public var training: DocumentFacts
    /// The documents that were measured with; `nil` for out-of-bag estimates.
    public var validation: DocumentFacts?
    /// The number of terms and n-grams of the model.
    public var features: Int
    /// The training documents that have none of them.
    public var withoutTerms: Int
    /// What preparation left out and why, a sentence each.
    public var notes: [String]

    /// Creates facts.
    public init(
        training: DocumentFacts,
        validation: DocumentFacts?,
        features: Int,
        withoutTerms: Int,
        notes: [String]
    ) {
        self.training = training
        self.validation = validation
        self.features = features
        self.withoutTerms = withoutTerms
        self.notes = notes
    }
}

/// What is known of some documents.
public struct DocumentFacts: Sendable, Equatable {
    /// A name and how often it occurs.
    public struct Count: Sendable, Equatable {
        /// The name, such as a language.
        public var name: String
        /// How often it occurs.
        public var count: Int

        /// Creates a count.
        public init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// For each label of the model the number of documents; documents of other labels are not among them.
    public var labelCounts: [Int]
    /// The lengths of the texts.
    public var lengths: TextLengths
    /// The languages of those texts that were looked at.
    public var languages: [Count]

    /// Creates facts.
    public init(labelCounts: [Int], lengths: TextLengths, languages: [Count]) {
        self.labelCounts = labelCounts
        self.lengths = lengths
        self.languages = languages
    }
}

/// The lengths of texts in characters (Unicode scalars).
public struct TextLengths: Sendable, Equatable {
    /// The upper bounds of the histogram's bins: empty, up to 25, up to 50 and so on.
    public static let bounds = [0, 25, 50, 100, 200, 400, 800, 1600, 3200]

    /// The lengths, ascending.
    private let sorted: [Int]

    /// Takes the lengths of texts in any order; O(n log n).
    public init(_ lengths: [Int]) {
        sorted = lengths.sorted()
    }

    /// The number of texts.
    public var count: Int { sorted.count }
    /// The number of texts without any character.
    public var empty: Int { sorted.prefix { $0 == 0 }.count }
    /// The mean; 0 without texts.
    public var mean: Double { sorted.isEmpty ? 0 : Double(sorted.reduce(0, +)) / Double(sorted.count) }

    /// The least length that a share of the texts does not exceed (the nearest-rank percentile); 0 without texts.
    public func quantile(_ share: Double) -> Int {
        guard !sorted.isEmpty else { return 0 }
        let rank = (share * Double(sorted.count) - 1e-9).rounded(.up)
        return sorted[Int(min(max(rank, 1), Double(sorted.count))) - 1]
    }

    /// The number of texts in each bin, and at the end of those that are longer.
    public var histogram: [Int] {
        var counts = Array(repeating: 0, count: Self.bounds.count + 1)
        for length in sorted { counts[Self.bounds.firstIndex { length <= $0 } ?? Self.bounds.count] += 1 }
        return counts
    }

    /// The names of the bins.
    static var binNames: [String] {
        bounds.indices.map { index in
            index == 0 ? "empty" : "\(ReportNumber.count(bounds[index - 1] + 1))–\(ReportNumber.count(bounds[index]))"
        } + ["over \(ReportNumber.count(bounds.last ?? 0))"]
    }
}
