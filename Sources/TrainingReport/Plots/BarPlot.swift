/// One or several bars a row, such as precision, recall and F1 of each class.
public struct BarPlot: Sendable, Equatable {
    /// One bar.
    public struct Bar: Sendable, Equatable {
        /// Its length, from 0 to 1.
        public var share: Double
        /// Its value, as text.
        public var text: String

        /// Creates a bar.
        public init(_ share: Double, _ text: String) {
            self.share = share
            self.text = text
        }
    }

    /// A row of bars.
    public struct Row: Sendable, Equatable {
        /// What it belongs to, such as a label.
        public var name: String
        /// What stands behind the name, such as a count; may be empty.
        public var detail: String
        /// A bar for each series.
        public var bars: [Bar]

        /// Creates a row.
        public init(_ name: String, detail: String = "", _ bars: [Bar]) {
            self.name = name
            self.detail = detail
            self.bars = bars
        }
    }

    /// What the rows are.
    public var rowTitle: String
    /// What each bar of a row measures.
    public var series: [String]
    /// The rows, from top to bottom.
    public var rows: [Row]

    /// Creates a plot.
    public init(rowTitle: String, series: [String], rows: [Row]) {
        self.rowTitle = rowTitle
        self.series = series
        self.rows = rows
    }
}
