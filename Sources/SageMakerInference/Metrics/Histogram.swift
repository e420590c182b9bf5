/// Counts of values by size; any thread adds to it without a lock.
final class Histogram: Sendable {
    /// The upper bounds of the buckets, each included; the last bucket has none.
    let bounds: [Double]
    private let buckets: [Counter]
    private let millionths = Counter()

    /// What a sum of values can grow by at once, so that no value, however strange, overflows it.
    private static let greatestValue = 1e9

    init(bounds: [Double]) {
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Counter() }
    }

    /// Counts a value; one that is not finite is passed over.
    func observe(_ value: Double) {
        guard value.isFinite else { return }
        buckets[bounds.firstIndex { value <= $0 } ?? bounds.count].add()
        millionths.add(Int(min(max(value, 0), Self.greatestValue) * 1e6))
    }

    /// For each bound how many values do not pass it, and at the end how many there are.
    var cumulativeCounts: [Int] {
        var total = 0
        return buckets.map { bucket in
            total += bucket.value
            return total
        }
    }

    /// The sum of the values, to a millionth.
    var sum: Double { Double(millionths.value) / 1e6 }
}
