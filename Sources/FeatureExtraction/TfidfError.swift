/// What can go wrong between terms and features.
public struct TfidfError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A parameter is out of its range.
        case parameter(String, allowed: String)
        /// No term is left of so many.
        case emptyVocabulary(terms: Int)
        /// The term of this number is empty, holds a line feed, is not UTF-8 or is cut short.
        case term(Int)
        /// Stored terms don't ascend from the term before this one.
        case unorderedVocabulary(String)
        /// Stored weights are not one finite, positive number for each term.
        case weights(Int, terms: Int)
    }

    /// What is wrong.
    public var kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// What is wrong and, where it helps, what to do.
    public var description: String {
        switch kind {
        case .parameter(let name, let allowed):
            "tfidf_\(name) is out of range; allowed: \(allowed)"
        case .emptyVocabulary(let terms):
            "no term is left of \(terms): the texts hold only stop words, or tfidf_min_df and tfidf_max_df leave nothing"
        case .term(let number):
            "term \(number) of the vocabulary is empty, holds a line feed, is not UTF-8 or is cut short"
        case .unorderedVocabulary(let term):
            "the vocabulary is not in ascending order at \(term)"
        case .weights(let count, let terms):
            "\(count) weights don't fit \(terms) terms, or one is not a positive number"
        }
    }
}
