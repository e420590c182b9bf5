/// How many values fell between fixed edges.
public struct BinnedCounts: Sendable, Equatable {
    /// The most edges; a histogram of a model file with more is refused.
    public static let mostEdges = 100
    /// The greatest count of one bin, so that no sum overflows.
    public static let greatestCount = 1 << 40

    /// The upper edges of all bins but the last, each included, ascending.
    public let edges: [Double]
    /// How many values each bin has; one bin more than edges.
    public private(set) var counts: [Int]

    /// Creates empty counts.
    public init(edges: [Double]) {
        self.edges = edges
        counts = Array(repeating: 0, count: edges.count + 1)
    }

    /// Creates counts from their parts; `nil` when edges don't ascend, or counts don't fit them.
    public init?(edges: [Double], counts: [Int]) {
        guard edges.count <= Self.mostEdges, counts.count == edges.count + 1,
            edges.allSatisfy(\.isFinite), zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }),
            counts.allSatisfy({ 0...Self.greatestCount ~= $0 })
        else { return nil }
        self.edges = edges
        self.counts = counts
    }

    /// How many values there are.
    public var total: Int { counts.reduce(0, +) }

    /// The bin of a value; one that is not a number goes to the last.
    public func bin(of value: Double) -> Int {
        edges.firstIndex { value <= $0 } ?? edges.count
    }

    /// Counts a value.
    public mutating func add(_ value: Double) {
        counts[bin(of: value)] += 1
    }

    /// Adds the counts of another histogram with the same edges.
    public mutating func add(_ other: BinnedCounts) {
        precondition(edges == other.edges, "one set of edges")
        for bin in counts.indices { counts[bin] += other.counts[bin] }
    }
}
