/// A table of the report.
public struct ReportTable: Sendable, Equatable {
    /// The heading of a column, and how its cells stand.
    public struct Column: Sendable, Equatable {
        /// The heading.
        public var title: String
        /// Whether the cells are numbers, which stand at the right.
        public var isNumber: Bool

        /// Creates a column of texts.
        public static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        /// Creates a column of numbers or bars.
        public static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// What stands in one place.
    public enum Cell: Sendable, Equatable {
        /// A text from outside, such as a label.
        case text(String)
        /// A text from outside, and behind it a few words of ours.
        case named(String, String)
        /// A number as it is to be shown.
        case number(String)
        /// A bar as long as a share of the column, with a number beside it.
        case bar(Double, String)
        /// Several short texts, each with a number.
        case terms([ReportFact])
    }

    /// What the table is called, for those who hear it.
    public var title: String
    /// The columns.
    public var columns: [Column]
    /// The rows; each has a cell for each column.
    public var rows: [[Cell]]

    /// Creates a table.
    public init(title: String, columns: [Column], rows: [[Cell]]) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
