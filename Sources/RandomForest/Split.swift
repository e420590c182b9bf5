/// A way to divide a node: documents with a level above `level` of the feature go right.
struct Split: Equatable {
    /// The column in the node's index.
    var column: Int
    /// The greatest level that goes left.
    var level: UInt8
    /// The entries of the column from its start on that go right.
    var rightEntries: Range<Int>
    /// The sum of both sides' scores.
    var score: Double
    /// Whether both sides hold one class each, which no other split can beat.
    var isPerfect: Bool
}
