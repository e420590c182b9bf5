internal import Glibc

/// The mean of -ln of the probability that each document's true class was given (scikit-learn's `log_loss`).
public struct LogLoss: Sendable, Equatable {
    /// Probabilities are kept this far from 0 and 1, so that one sure mistake does not make the loss infinite;
    /// scikit-learn takes the machine epsilon of the type, here of `Double`.
    public static let clip = Double.ulpOfOne

    private var sum = 0.0
    private var count = 0

    /// Creates the loss of no documents.
    public init() {}

    /// Adds a document, by the probability that its true class was given.
    public mutating func add(_ probability: Double) {
        sum -= log(min(max(probability, Self.clip), 1 - Self.clip))
        count += 1
    }

    /// Adds a document, by the probabilities of all classes and the true class; a class that was not known in
    /// training has probability 0.
    public mutating func add(_ probabilities: [Double], actual: Int) {
        add(probabilities.indices.contains(actual) ? probabilities[actual] : 0)
    }

    /// The mean over all documents; 0 without documents.
    public var value: Double { count == 0 ? 0 : sum / Double(count) }
}
