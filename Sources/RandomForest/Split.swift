/// A way to divide a node: documents with a level above `level` of the feature go right.
struct Split: Equatable {
    var feature: Int
    /// The greatest level that goes left.
    var level: UInt8
    /// The entries of the feature's column, from `start` up to, not including, `end`, that go right.
    var start: Int
    var end: Int
    /// The sum of both sides' scores.
    var score: Double

    /// What stands for no split; any split is better.
    static let none = Split(feature: -1, level: 0, start: 0, end: 0, score: -.infinity)

    /// Whether this is a split.
    var isFound: Bool { feature >= 0 }
}
