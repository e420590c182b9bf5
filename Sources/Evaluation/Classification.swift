/// How one document was classified: what the measures of a classifier need of it, without the other classes' probabilities.
public struct Classification: Sendable, Equatable {
    /// The document's class; for a class that the classifier does not know, the number of those it knows.
    public var actual: Int
    /// The class that it was given.
    public var predicted: Int
    /// The probability of the class that it was given.
    public var score: Float
    /// The probability of the document's own class; 0 for an unknown one.
    public var probabilityOfActual: Float

    /// Creates a classification from its parts.
    public init(actual: Int, predicted: Int, score: Float, probabilityOfActual: Float) {
        self.actual = actual
        self.predicted = predicted
        self.score = score
        self.probabilityOfActual = probabilityOfActual
    }

    /// Classifies by the greatest of the classes' probabilities, the first of equals; `nil` without classes.
    public init?(actual: Int, probabilities: [Float]) {
        // A loop over an array: a generic collection costs ten times as much from another module.
        guard var best = probabilities.indices.first else { return nil }
        for index in probabilities.indices where probabilities[index] > probabilities[best] { best = index }
        self.init(
            actual: actual,
            predicted: best,
            score: probabilities[best],
            probabilityOfActual: probabilities.indices.contains(actual) ? probabilities[actual] : 0
        )
    }

    /// Whether the document was given its own class.
    public var isCorrect: Bool { actual == predicted }
}
