import Dataset
import Testing

struct ParallelLoopTests {
    @Test(arguments: [1, 2, 5], [0, 1, 3, 100])
    func resultsStandInTheOrderOfThePieces(threads: Int, count: Int) {
        #expect(ParallelLoop(threads: threads).map(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func eachThreadKeepsAStateOfItsOwn() {
        let makeState: @Sendable () -> [Int] = { [] }
        let results = ParallelLoop(threads: 2).map(50, state: makeState) { seen, index in
            seen.append(index)
            return seen.count
        }
        #expect(results.count == 50)
        #expect(results.allSatisfy { (1...50).contains($0) })
    }

    @Test(arguments: [1, 4])
    func raisedFlagKeepsWhatWasBegunWithoutAGap(threads: Int) {
        let stop = StopFlag()
        let results = ParallelLoop(threads: threads).map(1_000, until: stop) { index in
            if index == 20 { stop.raise() }
            return index
        }
        #expect(results == Array(0..<results.count))
        #expect((21..<1_000).contains(results.count))
        #expect(ParallelLoop(threads: threads).map(5, until: stop) { $0 }.isEmpty)
    }

    @Test func threadsAreAtLeastOne() {
        #expect(ParallelLoop(threads: -3).threads == 1)
        #expect(ParallelLoop().threads == ParallelLoop.cores)
    }

    @Test(arguments: [(0, 3), (1, 3), (10, 3), (10, 10), (3, 100)])
    func rangesCoverAllInOrder(count: Int, pieces: Int) {
        let ranges = ParallelLoop.ranges(of: count, pieces: pieces)
        #expect(ranges.flatMap(Array.init) == Array(0..<count))
        #expect(ranges.count <= max(1, min(pieces, count)))
    }
}
