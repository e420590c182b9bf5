/// The usual measures of a classifier, as scikit-learn's `classification_report` computes them: over the classes that
/// occur as true or as predicted ones, and 0 where a measure would divide by zero.
public struct ClassificationReport: Sendable, Equatable {
    /// The measures of one class.
    public struct ClassMeasures: Sendable, Equatable {
        /// The share of the documents given this class that are of it.
        public var precision: Double
        /// The share of the documents of this class that were given it.
        public var recall: Double
        /// The harmonic mean of precision and recall.
        public var f1: Double
        /// The number of documents of this class.
        public var support: Int
    }

    /// The measures of each class, in the order of the class indices.
    public let classes: [ClassMeasures]
    /// The share of documents that were given their own class; 0 without documents.
    public let accuracy: Double
    /// The plain mean of F1 over the classes that occur.
    public let macroF1: Double
    /// The mean of F1 over the classes, weighted by support.
    public let weightedF1: Double
    /// The number of documents.
    public let support: Int

    /// Computes the measures of a confusion matrix.
    ///
    /// - Complexity: quadratic in the number of classes.
    public init(_ matrix: ConfusionMatrix) {
        let classes = (0..<matrix.classCount).map { Self.measures(of: $0, in: matrix) }
        let support = matrix.total
        let occurring = classes.indices.filter { classes[$0].support > 0 || matrix.predictions(of: $0) > 0 }
        self.classes = classes
        self.support = support
        accuracy = Self.ratio(Double(matrix.correct), Double(support))
        macroF1 = Self.ratio(occurring.reduce(0) { $0 + classes[$1].f1 }, Double(occurring.count))
        weightedF1 = Self.ratio(classes.reduce(0) { $0 + $1.f1 * Double($1.support) }, Double(support))
    }

    private static func measures(of index: Int, in matrix: ConfusionMatrix) -> ClassMeasures {
        let hits = Double(matrix[index, index])
        let support = matrix.support(of: index)
        let predictions = matrix.predictions(of: index)
        return ClassMeasures(
            precision: ratio(hits, Double(predictions)),
            recall: ratio(hits, Double(support)),
            f1: ratio(2 * hits, Double(support + predictions)),
            support: support
        )
    }

    private static func ratio(_ numerator: Double, _ denominator: Double) -> Double {
        denominator == 0 ? 0 : numerator / denominator
    }
}
