import TextClassification

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
