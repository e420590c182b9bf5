/// What drift detection looks at of one answered document; not its text.
public struct ObservedDocument: Sendable, Equatable {
    /// The class that it got; `nil` only for a model without classes.
    public var label: Int?
    /// The probability of that class.
    public var score: Double
    /// How many terms it has after cleaning.
    public var terms: Int
    /// How many of them the model knows.
    public var knownTerms: Int

    /// Creates an observation from its parts.
    public init(label: Int?, score: Double, terms: Int, knownTerms: Int) {
        self.label = label
        self.score = score
        self.terms = terms
        self.knownTerms = knownTerms
    }

    /// The share of terms that the model does not know; `nil` for a document without terms.
    public var unknownShare: Double? {
        terms > 0 ? 1 - Double(min(max(knownTerms, 0), terms)) / Double(terms) : nil
    }
}
