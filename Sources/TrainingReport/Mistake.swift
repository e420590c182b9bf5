/// A document that was classified wrong.
public struct Mistake: Sendable, Equatable {
    /// The label that it was given.
    public var given: String
    /// Its own label.
    public var actual: String
    /// The probability of the label that it was given.
    public var score: Double
    /// The probability of its own label.
    public var scoreOfActual: Double
    /// Its text, masked and shortened.
    public var text: String

    /// Creates a mistake.
    public init(given: String, actual: String, score: Double, scoreOfActual: Double, text: String) {
        self.given = given
        self.actual = actual
        self.score = score
        self.scoreOfActual = scoreOfActual
        self.text = text
    }
}
