public import TextClassification

/// What is answered to one record.
public struct RecordAnswer: Sendable, Equatable {
    /// The prediction, or why there is none.
    public let outcome: Result<Prediction, RecordFault>
    /// How many classes to list; `nil` for the best one alone.
    public let k: Int?

    /// Creates an answer.
    public init(_ outcome: Result<Prediction, RecordFault>, k: Int? = nil) {
        self.outcome = outcome
        self.k = k
    }
}

extension Prediction {
    /// The best class found by one walk, since a request for the best class alone need not sort all.
    var mostProbable: Int? {
        guard var best = probabilities.indices.first else { return nil }
        for index in probabilities.indices where probabilities[index] > probabilities[best] { best = index }
        return best
    }

    /// The classes that an answer lists: the best `k`, or all in the order of the model.
    func listedClasses(_ k: Int?) -> [Int] {
        k.map(topClasses) ?? Array(probabilities.indices)
    }
}
