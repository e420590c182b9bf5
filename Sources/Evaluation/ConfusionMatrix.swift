/// How often documents of each true class were given each class: rows are true, columns are predicted
/// (scikit-learn's `confusion_matrix`).
public struct ConfusionMatrix: Sendable, Equatable {
    /// The number of classes.
    public let classCount: Int
    /// The counts, row by row: `classCount` times `classCount`.
    public private(set) var counts: [Int]

    /// Creates a matrix of zeros.
    ///
    /// - Precondition: `classCount` is not negative.
    public init(classCount: Int) {
        precondition(classCount >= 0, "a negative number of classes")
        self.classCount = classCount
        counts = [Int](repeating: 0, count: classCount * classCount)
    }

    /// Counts pairs of true and predicted class.
    ///
    /// - Precondition: both have one length, and all classes are in `0..<classCount`.
    public init(actual: [Int], predicted: [Int], classCount: Int) {
        precondition(actual.count == predicted.count, "one prediction for each document")
        self.init(classCount: classCount)
        for (actual, predicted) in zip(actual, predicted) {
            add(actual: actual, predicted: predicted)
        }
    }

    /// Counts one document.
    ///
    /// - Precondition: both classes are in `0..<classCount`.
    public mutating func add(actual: Int, predicted: Int) {
        counts[index(actual, predicted)] += 1
    }

    /// The number of documents of class `actual` that were given class `predicted`.
    public subscript(actual: Int, predicted: Int) -> Int {
        counts[index(actual, predicted)]
    }

    /// The number of documents.
    public var total: Int { counts.reduce(0, +) }

    /// The number of documents that were given their own class.
    public var correct: Int { (0..<classCount).reduce(0) { $0 + self[$1, $1] } }

    /// The number of documents that are of class `actual`.
    public func support(of actual: Int) -> Int {
        (0..<classCount).reduce(0) { $0 + self[actual, $1] }
    }

    /// The number of documents that were given class `predicted`.
    public func predictions(of predicted: Int) -> Int {
        (0..<classCount).reduce(0) { $0 + self[$1, predicted] }
    }

    private func index(_ actual: Int, _ predicted: Int) -> Int {
        precondition(predicted >= 0 && predicted < classCount, "a class that does not exist")
        return actual * classCount + predicted
    }
}
