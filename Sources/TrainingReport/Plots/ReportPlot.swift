/// A plot: a picture in the page and a file of its own.
public struct ReportPlot: Sendable, Equatable {
    /// What a plot draws.
    public enum Kind: Sendable, Equatable {
        /// Lines and dots over two axes.
        case lines(LinePlot)
        /// One or several bars a row; in the page a table.
        case bars(BarPlot)
        /// Counts in a square, rows are true and columns are given classes.
        case matrix(MatrixPlot)
    }

    /// The name of the file, without its ending: letters, digits and `_`.
    public var name: String
    /// What it shows, in a few words.
    public var title: String
    /// What it draws.
    public var kind: Kind

    /// Creates a plot.
    public init(name: String, title: String, kind: Kind) {
        self.name = name
        self.title = title
        self.kind = kind
    }
}
