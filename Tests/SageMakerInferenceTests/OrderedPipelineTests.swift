import Dispatch
import Synchronization
import Testing

@testable import SageMakerInference

struct OrderedPipelineTests {
    private struct Stop: Error {}

    /// Runs a pipeline over the numbers below `count` and gives the results.
    private func run(
        _ count: Int,
        threads: Int,
        windowBytes: Int = .max,
        bytes: Int = 1,
        work: @escaping @Sendable (Int) -> Int = { $0 * $0 }
    ) -> (outputs: [Int], mostAhead: Int) {
        var (made, mostAhead) = (0, 0)
        var outputs: [Int] = []
        OrderedPipeline(budget: ThreadBudget(threads: threads), work: work).run(
            windowBytes: windowBytes,
            next: {
                guard made < count else { return nil }
                made += 1
                mostAhead = max(mostAhead, made - outputs.count)
                return (made - 1, bytes)
            },
            take: { outputs.append($0) }
        )
        return (outputs, mostAhead)
    }

    @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 500])
    func resultsComeInTheOrderOfThePieces(threads: Int, count: Int) {
        let found = run(count, threads: threads) { number in
            // The first pieces take longest, so that later ones are done before them.
            (0..<(number % 7 == 0 ? 20_000 : 10)).reduce(number) { $0 &* 31 &+ $1 }
        }
        #expect(
            found.outputs
                == run(count, threads: 1) { number in
                    (0..<(number % 7 == 0 ? 20_000 : 10)).reduce(number) { $0 &* 31 &+ $1 }
                }.outputs
        )
        #expect(found.outputs.count == count)
    }

    @Test(arguments: [1, 4])
    func windowBoundsThePiecesAhead(threads: Int) {
        #expect(run(200, threads: threads).mostAhead == 2 * threads)
        #expect(run(200, threads: threads, windowBytes: 10, bytes: 100).mostAhead == 1)
        #expect(run(200, threads: 4, windowBytes: 10, bytes: 5).mostAhead == 2)
    }

    @Test func errorOfTheTakerEndsTheWork() {
        let worked = Counter()
        let pipeline = OrderedPipeline<Int, Int>(budget: ThreadBudget(threads: 4)) {
            worked.add()
            return $0
        }
        var made = 0
        #expect(throws: Stop.self) {
            try pipeline.run(
                windowBytes: .max,
                next: { () throws(Stop) in
                    made += 1
                    return (made, 1)
                },
                take: { (output) throws(Stop) in if output == 5 { throw Stop() } }
            )
        }
        #expect(made <= 5 + 8 && worked.value <= made)
    }

    @Test func errorOfTheMakerEndsTheWork() {
        let pipeline = OrderedPipeline<Int, Int>(budget: ThreadBudget(threads: 4)) { $0 }
        var (made, taken) = (0, 0)
        #expect(throws: Stop.self) {
            try pipeline.run(
                windowBytes: .max,
                next: { () throws(Stop) in
                    made += 1
                    if made > 50 { throw Stop() }
                    return (made, 1)
                },
                take: { (_) throws(Stop) in taken += 1 }
            )
        }
        #expect(taken >= 50 - 8 && taken <= 50)
    }

    @Test func nothingOfTheWorkLivesOn() {
        final class Model: Sendable {}
        weak var model: Model?
        let pipeline: OrderedPipeline<Int, Bool>
        do {
            let held = Model()
            model = held
            pipeline = OrderedPipeline(budget: ThreadBudget(threads: 4)) { [held] _ in held === held }
        }
        var made = 0
        pipeline.run(
            windowBytes: .max,
            next: {
                made += 1
                return made <= 100 ? (made, 1) : nil
            },
            take: { #expect($0) }
        )
        #expect(model == nil, "a model that is unloaded must not wait for a helper that comes late")
    }

    @Test func manyRequestsShareOneBudget() {
        let budget = ThreadBudget(threads: 2)
        let sums = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            var (made, sum) = (0, 0)
            OrderedPipeline<Int, Int>(budget: budget) { $0 }.run(
                windowBytes: .max,
                next: {
                    made += 1
                    return made <= 300 ? (made, 1) : nil
                },
                take: { sum = sum &* 31 &+ $0 }
            )
            sums.withLock { $0.append(sum) }
        }
        #expect(Set(sums.withLock { $0 }).count == 1 && sums.withLock { $0.count } == 8)
    }

    @Test func budgetAdmitsHelpersUpToItsThreads() {
        let budget = ThreadBudget(threads: 2)
        budget.enter()
        #expect(budget.enterIfFree() && !budget.enterIfFree() && !budget.isExceeded)
        budget.enter()
        #expect(budget.isExceeded, "the helper makes room for the second request")
        for _ in 0..<3 { budget.leave() }
        #expect(budget.enterIfFree())
    }
}
