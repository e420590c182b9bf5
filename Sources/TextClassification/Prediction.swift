/// What the classifier says of one document.
public struct Prediction: Sendable, Equatable {
    /// The probability of each class, in the order of the classifier's labels, calibrated where the classifier is; they
    /// add up to 1.
    public var probabilities: [Float]
    /// The share of the trees' votes for each class; the same where the classifier is not calibrated.
    public var votes: [Float]
    /// How many of the document's tokens, or shortest n-grams where those are longer, are terms of the model.
    public var knownTerms: Int
    /// How many tokens the document has after cleaning.
    public var terms: Int

    /// Creates a prediction from its parts; without `votes` the probabilities are they.
    public init(probabilities: [Float], votes: [Float]? = nil, knownTerms: Int, terms: Int) {
        self.probabilities = probabilities
        self.votes = votes ?? probabilities
        self.knownTerms = knownTerms
        self.terms = terms
    }

    /// The class of the greatest probability, the first of equals; `nil` only for a model without classes.
    public var bestClass: Int? {
        probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    }

    /// The `count` classes of the greatest probability, the greatest first, equals in the order of the labels.
    public func topClasses(_ count: Int) -> [Int] {
        let ranked = probabilities.indices.sorted {
            probabilities[$0] == probabilities[$1] ? $0 < $1 : probabilities[$0] > probabilities[$1]
        }
        return Array(ranked.prefix(max(0, count)))
    }
}

/// A classifier of texts that is ready to answer; all threads share one.
public protocol TextClassifying: Sendable {
    /// The classes, in the order of a prediction's probabilities.
    var labels: [String] { get }

    /// Classifies texts; the answers stand in the order of the texts.
    func predict(_ texts: [String]) -> [Prediction]

    /// Explains the vote for a class of each text, in the order of the texts, or for none of them.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - classes: for each text the class whose vote is explained.
    ///   - terms: how many terms for and how many against it are listed.
    /// - Returns: an explanation for each text, or none at all when the classifier cannot explain itself.
    func explain(_ texts: [String], classes: [Int], terms: Int) -> [Explanation]
}
