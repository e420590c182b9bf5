/// Why the forest voted for a class as it did, in terms of the document.
///
/// `base`, the contributions of all terms, `absent` and `rest` add up to `rawScore`.
public struct Explanation: Sendable, Equatable {
    /// One term of the document and what it did to the vote.
    public struct Term: Sendable, Equatable {
        /// The term or n-gram as the model knows it.
        public var term: String
        /// Above 0 when it speaks for the class, below when against it.
        public var contribution: Double
        /// Where its words stand in the original text, in Unicode scalars; none where that cannot be told.
        public var spans: [Range<Int>]

        /// Creates a term of its parts.
        public init(term: String, contribution: Double, spans: [Range<Int>]) {
            self.term = term
            self.contribution = contribution
            self.spans = spans
        }
    }

    /// The class's share among the training documents, as the trees drew them.
    public var base: Double
    /// The share of the forest's votes for the class.
    public var rawScore: Double
    /// The terms that decided most, the strongest first.
    public var terms: [Term]
    /// What the lack of the terms did that the document does not have.
    public var absent: Double
    /// What the document's other terms did together.
    public var rest: Double

    /// Creates an explanation of its parts.
    public init(base: Double, rawScore: Double, terms: [Term], absent: Double, rest: Double) {
        self.base = base
        self.rawScore = rawScore
        self.terms = terms
        self.absent = absent
        self.rest = rest
    }
}

/// How much an explanation holds.
public enum ExplanationLimits {
    /// How many terms for and how many against the class are listed, when nobody says.
    public static let usualTerms = 10
    /// The most terms for and against that may be asked for.
    public static let mostTerms = 100
    /// The most places of one term in the text, the first ones.
    public static let spansPerTerm = 100
}

extension TextClassifying {
    /// A classifier that cannot explain itself gives no explanations.
    public func explain(_ texts: [String], classes: [Int], terms: Int) -> [Explanation] { [] }
}
