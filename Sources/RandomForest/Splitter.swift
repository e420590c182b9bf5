import Dataset

/// Finds the split of a node: draws features as scikit-learn does and keeps the best threshold of all.
struct Splitter<Measure: ImpurityMeasure> {
    let rules: SplitRules
    let classWeights: [Double]
    let distribution: HypergeometricDistribution
    /// The weight of each class on the right side while a column is scanned; zero in between.
    var rightCounts: [Double]

    init(rules: SplitRules, classWeights: [Double], features: Int) {
        self.rules = rules
        self.classWeights = classWeights
        distribution = HypergeometricDistribution(population: features, drawn: rules.maxFeatures)
        rightCounts = Array(repeating: 0, count: classWeights.count)
    }

    /// The best split of the index's remaining documents, or `nil` when all of their features are constant.
    ///
    /// `max_features` features are drawn without replacement, and more until one is not constant. Features outside the
    /// index are absent and so constant: only how many of them are drawn matters, hence the hypergeometric draw.
    mutating func bestSplit(
        of tally: ClassTally<Measure>,
        in index: inout ColumnIndex,
        using generator: inout SeededGenerator
    ) -> Split? {
        var wanted = distribution.sample(marked: index.presentCount, using: &generator)
        var undrawn = index.presentCount
        var best: Split?
        var sawVariable = false
        while undrawn > 0 && (wanted > 0 || !sawVariable) {
            wanted &-= 1
            let column = draw(from: &index, undrawn: &undrawn, using: &generator)
            let range = index.liveEntries(ofColumn: column)
            if range.isEmpty {
                forget(&index, drawnAt: undrawn)
                continue
            }
            guard isVariable(range, of: tally, in: index) else { continue }
            sawVariable = true
            let split = scan(column, range, of: tally, in: index, using: &generator)
            if let split, split.score > (best?.score ?? -.infinity) { best = split }
            if let split, split.isPerfect { break }
        }
        return best
    }

    private func draw(
        from index: inout ColumnIndex,
        undrawn: inout Int,
        using generator: inout SeededGenerator
    ) -> Int {
        let position = generator.below(undrawn)
        undrawn &-= 1
        let column = index.present[position]
        index.present[position] = index.present[undrawn]
        index.present[undrawn] = column
        return Int(column)
    }

    /// Takes a column that turned out to be empty out of the drawn ones, and so out of all later draws.
    private func forget(_ index: inout ColumnIndex, drawnAt position: Int) {
        index.presentCount &-= 1
        index.present[position] = index.present[index.presentCount]
    }

    private func isVariable(_ range: Range<Int>, of tally: ClassTally<Measure>, in index: ColumnIndex) -> Bool {
        range.count < tally.documents
            || index.entries[range.lowerBound] &>> 24 != index.entries[range.upperBound &- 1] &>> 24
    }

    private mutating func scan(
        _ column: Int,
        _ range: Range<Int>,
        of tally: ClassTally<Measure>,
        in index: ColumnIndex,
        using generator: inout SeededGenerator
    ) -> Split? {
        switch rules.splitter {
        case .best:
            return bestThreshold(column, range, of: tally, in: index)
        case .random:
            let least = range.count < tally.documents ? 0 : index.entries[range.upperBound &- 1] &>> 24
            let most = index.entries[range.lowerBound] &>> 24
            let level = least + UInt32(truncatingIfNeeded: generator.below(Int(most - least)))
            return givenThreshold(column, range, level: level, of: tally, in: index)
        }
    }

    /// Moves documents to the right side in descending order of their level and looks at each boundary between levels.
    private mutating func bestThreshold(
        _ column: Int,
        _ range: Range<Int>,
        of tally: ClassTally<Measure>,
        in index: ColumnIndex
    ) -> Split? {
        var sides = SplitSides<Measure>(of: tally)
        var best: Split?
        var position = range.lowerBound
        while position < range.upperBound {
            let level = index.entries[position] &>> 24
            position = moveRight(from: position, above: level &- 1, range, &sides, of: tally, in: index)
            let isLast = position == range.upperBound
            if isLast && sides.rightDocuments == tally.documents { break }
            guard sides.bothHold(rules.minSamplesLeaf, of: tally.documents) else { continue }
            let score = sides.score
            if score >= (best?.score ?? -.infinity) {
                let next = isLast ? 0 : index.entries[position] &>> 24
                best = Split(
                    column: column,
                    level: UInt8(truncatingIfNeeded: (level &+ next) / 2),
                    rightEntries: range.lowerBound..<position,
                    score: score,
                    isPerfect: sides.arePure
                )
            }
        }
        if range.count > 1 { clearRightCounts(range.lowerBound..<position, in: index) }
        return best
    }

    /// The split at one drawn level, as in extremely randomized trees.
    private mutating func givenThreshold(
        _ column: Int,
        _ range: Range<Int>,
        level: UInt32,
        of tally: ClassTally<Measure>,
        in index: ColumnIndex
    ) -> Split? {
        var sides = SplitSides<Measure>(of: tally)
        let end = moveRight(from: range.lowerBound, above: level, range, &sides, of: tally, in: index)
        clearRightCounts(range.lowerBound..<end, in: index)
        guard sides.bothHold(rules.minSamplesLeaf, of: tally.documents) else { return nil }
        return Split(
            column: column,
            level: UInt8(truncatingIfNeeded: level),
            rightEntries: range.lowerBound..<end,
            score: sides.score,
            isPerfect: sides.arePure
        )
    }

    /// Moves the entries from `start` on whose level is above `level`; returns the first that stays.
    private mutating func moveRight(
        from start: Int,
        above level: UInt32,
        _ range: Range<Int>,
        _ sides: inout SplitSides<Measure>,
        of tally: ClassTally<Measure>,
        in index: ColumnIndex
    ) -> Int {
        // A column of one entry, the commonest by far, needs no counts of the right side.
        if range.count == 1 {
            guard index.entries[start] &>> 24 > level else { return start }
            let info = index.infos[Int(index.entries[start] & 0xFF_FFFF)]
            let left = tally.counts[info.classIndex]
            sides.move(Double(info.draws) * classWeights[info.classIndex], right: 0, left: left)
            return start &+ 1
        }
        return Self.moveRight(from: start, above: level, range, &sides, tally, index, classWeights, &rightCounts)
    }

    private static func moveRight(
        from start: Int,
        above level: UInt32,
        _ range: Range<Int>,
        _ sides: inout SplitSides<Measure>,
        _ tally: ClassTally<Measure>,
        _ index: ColumnIndex,
        _ classWeights: [Double],
        _ rightCounts: inout [Double]
    ) -> Int {
        var rightCounts = rightCounts.mutableSpan
        var position = start
        while position < range.upperBound {
            let entry = index.entries[position]
            guard entry &>> 24 > level else { break }
            let info = index.infos[Int(entry & 0xFF_FFFF)]
            let classIndex = info.classIndex
            let weight = Double(info.draws) * classWeights[classIndex]
            let right = rightCounts[classIndex]
            sides.move(weight, right: right, left: tally.counts[classIndex] - right)
            rightCounts[classIndex] = right + weight
            position &+= 1
        }
        return position
    }

    private mutating func clearRightCounts(_ range: Range<Int>, in index: ColumnIndex) {
        for position in range {
            rightCounts[index.infos[Int(index.entries[position] & 0xFF_FFFF)].classIndex] = 0
        }
    }
}

/// The running sums of the two sides of a split while documents move from left to right.
struct SplitSides<Measure: ImpurityMeasure> {
    private(set) var rightDocuments = 0
    private var leftSum: Double
    private var leftWeight: Double
    private var rightSum = 0.0
    private var rightWeight = 0.0

    init(of tally: ClassTally<Measure>) {
        leftSum = tally.sum
        leftWeight = tally.weight
    }

    /// Moves a document; `right` and `left` are its class's weights on the two sides before.
    @inline(__always)
    mutating func move(_ weight: Double, right: Double, left: Double) {
        rightSum += Measure.term(right + weight) - Measure.term(right)
        leftSum += Measure.term(left - weight) - Measure.term(left)
        rightWeight += weight
        leftWeight -= weight
        rightDocuments &+= 1
    }

    /// Whether both sides have weight and at least `least` documents out of `documents`.
    @inline(__always)
    func bothHold(_ least: Int, of documents: Int) -> Bool {
        rightDocuments >= least && documents - rightDocuments >= least && rightWeight > 0 && leftWeight > 0
    }

    @inline(__always) var score: Double {
        Measure.score(sum: rightSum, weight: rightWeight) + Measure.score(sum: leftSum, weight: leftWeight)
    }

    var arePure: Bool {
        Measure.isPure(sum: rightSum, weight: rightWeight) && Measure.isPure(sum: leftSum, weight: leftWeight)
    }
}
