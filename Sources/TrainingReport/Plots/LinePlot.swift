/// Lines and dots over two axes.
public struct LinePlot: Sendable, Equatable {
    /// How the numbers of an axis are written.
    public enum Form: Sendable, Equatable {
        /// From 0 to 1, as percentages.
        case share
        /// Whole numbers.
        case count
    }

    /// One of the two axes.
    public struct Axis: Sendable, Equatable {
        /// What it measures.
        public var title: String
        /// The least value.
        public var least: Double
        /// The greatest value.
        public var most: Double
        /// How its numbers are written.
        public var form: Form

        /// Creates an axis; one without length becomes 1 long.
        public init(_ title: String, from least: Double, to most: Double, _ form: Form) {
            self.title = title
            self.least = least
            self.most = most > least ? most : least + 1
            self.form = form
        }
    }

    /// A place in the plot.
    public struct Point: Sendable, Equatable {
        /// The place along the first axis.
        public var x: Double
        /// The place along the second axis.
        public var y: Double
        /// The share of the documents that stand behind it, for the area of its dot.
        public var weight: Double
        /// What a pointer shows over its dot.
        public var note: String

        /// Creates a point.
        public init(x: Double, y: Double, weight: Double = 0, note: String = "") {
            self.x = x
            self.y = y
            self.weight = weight
            self.note = note
        }
    }

    /// The axis to the right.
    public var xAxis: Axis
    /// The axis upwards.
    public var yAxis: Axis
    /// The points from left to right, joined by a line.
    public var line: [Point]
    /// Whether each point has a dot, its area by its weight.
    public var hasDots: Bool
    /// The ends of a dashed line to compare with; empty for none.
    public var guide: [Point]

    /// Creates a plot.
    public init(xAxis: Axis, yAxis: Axis, line: [Point], hasDots: Bool = false, guide: [Point] = []) {
        self.xAxis = xAxis
        self.yAxis = yAxis
        self.line = line
        self.hasDots = hasDots
        self.guide = guide
    }
}
