/// The answer to a document whose true class is known.
public struct ScoredDocument: Sendable, Equatable {
    /// The class that it was given: that of the greatest probability, the first of equals.
    public let best: Int
    /// The probability of that class.
    public let score: Float
    /// Whether that class is the true one.
    public let isRight: Bool

    /// Takes the parts of an answer.
    public init(best: Int, score: Float, isRight: Bool) {
        self.best = best
        self.score = score
        self.isRight = isRight
    }

    /// The answer by the probabilities of all classes, of which there is one at least.
    public init(_ probabilities: [Float], actual: Int) {
        var best = 0
        for index in probabilities.indices where probabilities[index] > probabilities[best] { best = index }
        self.init(best: best, score: probabilities.isEmpty ? 0 : probabilities[best], isRight: best == actual)
    }
}
