/// What a forest says of its own training documents, each by the trees that did not see it.
///
/// Source: L. Breiman, "Out-of-bag estimation", 1996.
public struct OutOfBagEstimate: Sendable, Equatable {
    /// The number of classes.
    public let classes: Int
    /// For each document the mean of its trees' class probabilities, row by row; all zero where every tree saw it.
    public let probabilities: [Float]
    /// For each document how many trees did not see it.
    public let trees: [Int]
    /// The share of documents whose class is the likeliest, among those that some tree did not see.
    public let accuracy: Double
    /// The mean of the F1 scores of the classes that occur or are predicted, among the same documents.
    public let macroF1: Double

    /// Scores documents; `truth` is the class of each.
    init(classes: Int, probabilities: [Float], trees: [Int], truth: [UInt16]) {
        self.classes = classes
        self.probabilities = probabilities
        self.trees = trees
        var score = ClassScore(classes: classes)
        for document in trees.indices where trees[document] > 0 {
            let row = probabilities[document * classes..<(document + 1) * classes]
            let best = row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 } - row.startIndex
            score.add(truth: Int(truth[document]), predicted: best)
        }
        accuracy = score.accuracy
        macroF1 = score.macroF1
    }

    /// The class probabilities of a document.
    public func probabilities(of document: Int) -> ArraySlice<Float> {
        probabilities[document * classes..<(document + 1) * classes]
    }
}

/// Counts of right and wrong predictions of each class.
private struct ClassScore {
    private var right: [Int]
    private var occurring: [Int]
    private var predicted: [Int]

    init(classes: Int) {
        right = Array(repeating: 0, count: classes)
        occurring = right
        predicted = right
    }

    mutating func add(truth: Int, predicted guess: Int) {
        occurring[truth] += 1
        predicted[guess] += 1
        if truth == guess { right[truth] += 1 }
    }

    /// The share of right predictions; 0 without any.
    var accuracy: Double {
        Double(right.reduce(0, +)) / Double(max(1, occurring.reduce(0, +)))
    }

    var macroF1: Double {
        let scores = right.indices.filter { occurring[$0] + predicted[$0] > 0 }.map {
            2 * Double(right[$0]) / Double(occurring[$0] + predicted[$0])
        }
        return scores.reduce(0, +) / Double(max(1, scores.count))
    }
}
