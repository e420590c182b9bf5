/// A function that never falls: straight lines between knots, and level before the first and after the last.
public struct IsotonicCurve: Sendable, Equatable {
    /// The places of the knots, ascending, from 0 to 1.
    public let places: [Float]
    /// The values at the knots, from 0 to 1, none below the one before.
    public let values: [Float]

    /// Takes the knots of a curve.
    ///
    /// - Throws: `CalibrationFault` when they are none, unequal in number, out of order or out of range.
    public init(places: [Float], values: [Float]) throws(CalibrationFault) {
        guard !places.isEmpty, places.count == values.count else { throw .curve }
        // The comparisons fail for numbers that are none.
        guard (places + values).allSatisfy({ $0 >= 0 && $0 <= 1 }),
            zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }),
            zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .curve }
        self.places = places
        self.values = values
    }

    /// The curve nearest to the points, by squares, weighted by documents: the pool adjacent violators algorithm.
    ///
    /// Source: R. Barlow et al., "Statistical Inference under Order Restrictions", 1972; the knots are those that
    /// scikit-learn's `IsotonicRegression` keeps.
    init(fitting points: [ClassColumns.Point]) {
        var blocks: [Block] = []
        for (index, point) in points.enumerated() {
            var block = Block(points: index...index, weight: point.documents, sum: point.positives)
            while let last = blocks.last, last.mean >= block.mean {
                blocks.removeLast()
                block = Block(
                    points: last.points.lowerBound...block.points.upperBound,
                    weight: last.weight + block.weight,
                    sum: last.sum + block.sum
                )
            }
            blocks.append(block)
        }
        var (places, values): ([Float], [Float]) = ([], [])
        for block in blocks {
            let ends =
                block.points.count == 1
                ? [block.points.lowerBound] : [block.points.lowerBound, block.points.upperBound]
            for end in ends {
                places.append(points[end].share)
                values.append(Float(min(max(block.mean, 0), 1)))
            }
        }
        self.places = places.isEmpty ? [0] : places
        self.values = values.isEmpty ? [0] : values
    }

    /// The value at a place; O(log knots).
    func value(at place: Float) -> Float {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] <= place { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return values[0] }
        if low == places.count { return values[low - 1] }
        let part = (place - places[low - 1]) / (places[low] - places[low - 1])
        return values[low - 1] + part * (values[low] - values[low - 1])
    }

    private struct Block {
        var points: ClosedRange<Int>
        var weight: Double
        var sum: Double
        var mean: Double { sum / weight }
    }
}
