import Dataset

/// Finds the split of a node: draws features as scikit-learn does and keeps the best threshold of all.
struct Splitter<Measure: ImpurityMeasure>: ~Copyable {
    private let rules: SplitRules
    private let distribution: HypergeometricDistribution
    /// The weight of each class on the right side while a column is scanned; zero in between.
    private let rightCounts: WorkBuffer<Double>

    init(_ plan: TrainingPlan) {
        rules = plan.rules
        distribution = plan.distribution
        rightCounts = WorkBuffer(repeating: 0, count: plan.classWeights.count)
    }

    /// The best split of the index's remaining documents, or `.none` when all of their features are constant.
    ///
    /// `max_features` features are drawn without replacement, and more until one is not constant. Features outside the
    /// index are absent and so constant: only how many of them are drawn matters, hence the hypergeometric draw.
    func bestSplit(
        of tally: borrowing ClassTally<Measure>,
        in index: inout ColumnIndex,
        _ sample: borrowing BootstrapSample,
        using generator: inout SeededGenerator
    ) -> Split {
        var wanted = distribution.sample(marked: index.presentCount, using: &generator)
        var undrawn = index.presentCount
        var best = Split.none
        var sawVariable = false
        let perfectScore = Measure.perfectScore(weight: tally.weight)
        while undrawn > 0 && (wanted > 0 || !sawVariable) {
            wanted &-= 1
            let feature = Self.draw(from: index.present, undrawn: &undrawn, using: &generator)
            let column = index.liveEntries(of: feature)
            guard !column.isEmpty else {
                forget(&index, drawnAt: undrawn)
                continue
            }
            guard isVariable(column, of: tally, index.entries) else { continue }
            sawVariable = true
            let split = scan(feature, column, of: tally, in: index, sample, using: &generator)
            guard split.score > best.score else { continue }
            best = split
            if split.score >= perfectScore { break }
        }
        return best
    }

    private static func draw(
        from present: borrowing WorkBuffer<UInt32>,
        undrawn: inout Int,
        using generator: inout SeededGenerator
    ) -> Int {
        let position = generator.below(undrawn)
        undrawn &-= 1
        let feature = present[position]
        present[position] = present[undrawn]
        present[undrawn] = feature
        return Int(feature)
    }

    /// Takes a feature whose column turned out to be empty out of the drawn ones, and so out of all later draws.
    private func forget(_ index: inout ColumnIndex, drawnAt position: Int) {
        index.presentCount &-= 1
        index.present[position] = index.present[index.presentCount]
    }

    private func isVariable(
        _ column: Range<Int>,
        of tally: borrowing ClassTally<Measure>,
        _ entries: borrowing WorkBuffer<UInt32>
    ) -> Bool {
        column.count < tally.documents
            || ColumnEntry.level(entries[column.lowerBound]) != ColumnEntry.level(entries[column.upperBound &- 1])
    }

    private func scan(
        _ feature: Int,
        _ column: Range<Int>,
        of tally: borrowing ClassTally<Measure>,
        in index: borrowing ColumnIndex,
        _ sample: borrowing BootstrapSample,
        using generator: inout SeededGenerator
    ) -> Split {
        let entries = column.lowerBound
        var sides = SplitSides(of: tally)
        switch rules.splitter {
        case .best:
            if column.count == 1 {
                return onlyThreshold(feature, entries, of: tally, in: index, sample)
            }
            return bestThreshold(feature, column, of: tally, in: index, sample)
        case .random:
            let least = column.count < tally.documents ? 0 : ColumnEntry.level(index.entries[column.upperBound &- 1])
            let level = FeatureLevel.random(
                from: least,
                upTo: ColumnEntry.level(index.entries[entries]),
                using: &generator
            )
            let end = moveRight(column, above: level, &sides, of: tally, in: index, sample)
            guard sides.bothHold(rules.minSamplesLeaf, of: tally.documents) else { return .none }
            return Split(
                feature: feature,
                level: UInt8(truncatingIfNeeded: level),
                start: entries,
                end: end,
                score: sides.score
            )
        }
    }

    /// The threshold of a column of one entry, the commonest by far, which needs no counts of the right side.
    private func onlyThreshold(
        _ feature: Int,
        _ position: Int,
        of tally: borrowing ClassTally<Measure>,
        in index: borrowing ColumnIndex,
        _ sample: borrowing BootstrapSample
    ) -> Split {
        var sides = SplitSides(of: tally)
        let entry = index.entries[position]
        let info = index.infos[ColumnEntry.local(entry)]
        sides.move(sample.weight(of: info), right: 0, left: tally.counts[info.classIndex])
        guard sides.bothHold(rules.minSamplesLeaf, of: tally.documents) else { return .none }
        let level = FeatureLevel.between(ColumnEntry.level(entry), 0)
        return Split(feature: feature, level: level, start: position, end: position &+ 1, score: sides.score)
    }

    /// Moves documents to the right side in descending order of their level and looks at each boundary between levels.
    ///
    /// Of equal scores the lowest threshold wins, as in scikit-learn.
    private func bestThreshold(
        _ feature: Int,
        _ column: Range<Int>,
        of tally: borrowing ClassTally<Measure>,
        in index: borrowing ColumnIndex,
        _ sample: borrowing BootstrapSample
    ) -> Split {
        var sides = SplitSides(of: tally)
        var (bestScore, bestEnd) = (-Double.infinity, 0)
        var position = column.lowerBound
        var entry = index.entries[position]
        while position < column.upperBound {
            move(entry, &sides, of: tally, in: index, sample)
            position &+= 1
            let next = position < column.upperBound ? index.entries[position] : 0
            let isBoundary = ColumnEntry.level(next) != ColumnEntry.level(entry)
            entry = next
            guard isBoundary, sides.bothHold(rules.minSamplesLeaf, of: tally.documents) else { continue }
            let score = sides.score
            if score >= bestScore { (bestScore, bestEnd) = (score, position) }
        }
        clearRightCounts(column, in: index)
        guard bestEnd > 0 else { return .none }
        let below = bestEnd < column.upperBound ? ColumnEntry.level(index.entries[bestEnd]) : 0
        let level = FeatureLevel.between(ColumnEntry.level(index.entries[bestEnd &- 1]), below)
        return Split(feature: feature, level: level, start: column.lowerBound, end: bestEnd, score: bestScore)
    }

    /// Moves the documents above `level`; returns the first entry that stays.
    private func moveRight(
        _ column: Range<Int>,
        above level: UInt32,
        _ sides: inout SplitSides<Measure>,
        of tally: borrowing ClassTally<Measure>,
        in index: borrowing ColumnIndex,
        _ sample: borrowing BootstrapSample
    ) -> Int {
        var position = column.lowerBound
        while position < column.upperBound && ColumnEntry.level(index.entries[position]) > level {
            move(index.entries[position], &sides, of: tally, in: index, sample)
            position &+= 1
        }
        clearRightCounts(column.lowerBound..<position, in: index)
        return position
    }

    @inline(__always)
    private func move(
        _ entry: UInt32,
        _ sides: inout SplitSides<Measure>,
        of tally: borrowing ClassTally<Measure>,
        in index: borrowing ColumnIndex,
        _ sample: borrowing BootstrapSample
    ) {
        let info = index.infos[ColumnEntry.local(entry)]
        let weight = sample.weight(of: info)
        let right = rightCounts[info.classIndex]
        sides.move(weight, right: right, left: tally.counts[info.classIndex] - right)
        rightCounts[info.classIndex] = right + weight
    }

    private func clearRightCounts(_ column: Range<Int>, in index: borrowing ColumnIndex) {
        var position = column.lowerBound
        while position < column.upperBound {
            rightCounts[index.infos[ColumnEntry.local(index.entries[position])].classIndex] = 0
            position &+= 1
        }
    }
}

/// The running sums of the two sides of a split while documents move from left to right.
struct SplitSides<Measure: ImpurityMeasure> {
    private var rightDocuments = 0
    private var left: (sum: Double, weight: Double)
    private var right: (sum: Double, weight: Double) = (0, 0)

    @inline(__always)
    init(of tally: borrowing ClassTally<Measure>) {
        left = (tally.sum, tally.weight)
    }

    /// Moves a document; `right` and `left` are its class's weights on the two sides before.
    @inline(__always)
    mutating func move(_ weight: Double, right rightCount: Double, left leftCount: Double) {
        right.sum += Measure.change(of: rightCount, by: weight)
        left.sum += Measure.change(of: leftCount, by: -weight)
        right.weight += weight
        left.weight -= weight
        rightDocuments &+= 1
    }

    /// Whether both sides have at least `least` documents out of `documents`.
    @inline(__always)
    func bothHold(_ least: Int, of documents: Int) -> Bool {
        rightDocuments >= least && documents &- rightDocuments >= least
    }

    @inline(__always) var score: Double { Measure.score(right, left) }
}
