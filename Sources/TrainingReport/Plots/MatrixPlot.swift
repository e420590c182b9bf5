public import Evaluation

/// A confusion matrix as a heat map: the colour of a cell is its share of the row.
public struct MatrixPlot: Sendable, Equatable {
    /// The greatest number of classes that are drawn; more would be smaller than a pixel.
    public static let mostClasses = 120

    /// The classes, in the order of rows and columns.
    public var classes: [String]
    /// The counts above 0.
    public var entries: [ConfusionMatrix.Entry]

    /// Creates a plot.
    public init(classes: [String], entries: [ConfusionMatrix.Entry]) {
        self.classes = classes
        self.entries = entries
    }

    /// The number of documents of each class.
    var rowTotals: [Int] {
        var totals = Array(repeating: 0, count: classes.count)
        for entry in entries where totals.indices.contains(entry.actual) { totals[entry.actual] += entry.count }
        return totals
    }
}
