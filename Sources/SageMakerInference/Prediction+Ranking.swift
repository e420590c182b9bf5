import TextClassification

extension Prediction {
    /// The best class found by one walk, since a request for the best class alone need not sort all.
    var mostProbable: Int? {
        guard var greatest = probabilities.first else { return nil }
        var best = 0
        for (index, probability) in probabilities.enumerated() where probability > greatest {
            (best, greatest) = (index, probability)
        }
        return best
    }

    /// The classes that an answer lists: the best `k`, or all in the order of the model.
    func listedClasses(_ k: Int?) -> [Int] {
        k.map(topClasses) ?? Array(probabilities.indices)
    }
}
