import Testing

@testable import DriftDetection

struct RollingWindowTests {
    private func document(_ label: Int) -> ObservedDocument {
        ObservedDocument(label: label, score: 0.5, terms: 4, knownTerms: 4)
    }

    @Test func oldestPieceIsForgotten() {
        var window = RollingWindow(TrainingProfile(classes: 2, documents: 10, source: .none))
        for _ in 0..<RollingWindow.pieceDocuments { window.add(document(0)) }
        let rest = RollingWindow.pieceDocuments * (RollingWindow.pieces - 1)
        for _ in 0..<rest { window.add(document(1)) }
        #expect(window.counts(of: .labels) == [RollingWindow.pieceDocuments, rest])
        window.add(document(1))
        #expect(window.counts(of: .labels) == [0, rest + 1])
        #expect(window.documents == rest + 1)
        #expect(window.counts(of: .lengths).reduce(0, +) == rest + 1)
    }

    @Test func documentWithoutTermsHasNoUnknownShare() {
        var window = RollingWindow(TrainingProfile(classes: 2, documents: 10, source: .none))
        window.add(ObservedDocument(label: 1, score: 1, terms: 0, knownTerms: 0))
        #expect(window.counts(of: .unknownTerms).reduce(0, +) == 0)
        #expect(window.counts(of: .lengths).first == 1)
        #expect(window.counts(of: .scores).last == 1)
    }
}

struct BinGroupsTests {
    @Test(
        arguments: [
            // Rare neighbours are joined until they have a tenth together.
            ([4, 4, 4, 44, 44], [0, 0, 0, 1, 2]),
            // A rare bin beside a great one stays visible, also an empty one.
            ([0, 97, 3], [0, 1, 2]), ([97, 0, 0, 0], [0, 1, 1, 1]), ([10, 10], [0, 1]), ([0, 0], [0, 1]), ([], []),
        ] as [([Int], [Int])]
    )
    func rareNeighboursAreJoined(counts: [Int], groups: [Int]) {
        #expect(BinGroups(neighbours: counts).groups == groups)
    }

    @Test(
        arguments: [
            ([500, 9, 482, 9], [0, 2, 1, 2]), ([50, 50], [0, 1]), (Array(repeating: 1, count: 3), [0, 1, 2]),
        ] as [([Int], [Int])]
    )
    func rareLabelsAreOneGroup(counts: [Int], groups: [Int]) {
        #expect(BinGroups(labels: counts).groups == groups)
    }

    @Test func manyLabelsWithoutACommonOneStandAlone() {
        #expect(BinGroups(labels: Array(repeating: 1, count: 150)).count == 150)
    }

    @Test func countsAreSummedByGroup() {
        #expect(BinGroups(neighbours: [4, 4, 4, 44, 44]).sums([1, 2, 3, 4, 5]) == [6, 4, 5])
    }
}

struct BinnedCountsTests {
    @Test(arguments: [(-1, 0), (0, 0), (0.5, 1), (1, 1), (1.1, 2), (Double.nan, 2), (.infinity, 2)] as [(Double, Int)])
    func edgeBelongsToTheLowerBin(value: Double, bin: Int) {
        #expect(BinnedCounts(edges: [0, 1]).bin(of: value) == bin)
    }

    @Test(
        arguments: [
            ([0, 1], [1, 2]), ([1, 0], [1, 2, 3]), ([0, 0], [1, 2, 3]), ([0, .nan], [1, 2, 3]), ([0], [1, -1]),
            ([0], [1, .max]), ((0...100).map(Double.init), Array(repeating: 1, count: 102)),
        ] as [([Double], [Int])]
    )
    func partsThatDoNotFitAreRefused(edges: [Double], counts: [Int]) {
        #expect(BinnedCounts(edges: edges, counts: counts) == nil)
    }
}

struct AccuracyByDayTests {
    @Test func judgementsOfADayAreAdded() {
        var accuracy = AccuracyByDay()
        accuracy.add(right: 1, of: 2, on: 5)
        accuracy.add(right: 2, of: 2, on: 5)
        accuracy.add(right: 0, of: 1, on: 6)
        accuracy.add(right: 1, of: 1, on: 4)
        #expect(accuracy.days.map(\.number) == [4, 5, 6])
        #expect(accuracy.days.map(\.accuracy) == [1, 0.75, 0])
    }

    @Test func oldDaysAreForgotten() {
        var accuracy = AccuracyByDay()
        for day in 0..<100 { accuracy.add(right: 1, of: 1, on: day) }
        #expect(accuracy.days.count == AccuracyByDay.keptDays)
        #expect(accuracy.days.last?.number == 99)
    }
}
