import Dataset
import Synchronization
import Testing

@testable import HTTPServer

struct WorkerPoolTests {
    private final class Log: Sendable {
        let values = Mutex<[Int]>([])
        let isHeld = Atomic(true)
    }

    @Test
    func jobsRunInOrderAndStopWaitsForThem() throws {
        let log = Log()
        let pool = try WorkerPool<Int>(workers: 1, queueLength: 100) { job in log.values.withLock { $0.append(job) } }
        var jobs = Array(0..<50)
        pool.submit(&jobs)
        #expect(jobs.isEmpty)
        pool.stop(by: .now() + 5)
        #expect(log.values.withLock { $0 } == Array(0..<50))
    }

    @Test
    func fullQueueGivesJobsBack() throws {
        let log = Log()
        let pool = try WorkerPool<Int>(workers: 1, queueLength: 2) { job in
            log.values.withLock { $0.append(job) }
            while log.isHeld.load(ordering: .acquiring) {}
        }
        var first = [0]
        pool.submit(&first)
        #expect(eventually { log.values.withLock { $0 } == [0] })
        var jobs = [1, 2, 3, 4]
        pool.submit(&jobs)
        #expect(jobs == [3, 4])
        #expect(pool.queued == 2)
        log.isHeld.store(false, ordering: .releasing)
        pool.stop(by: .now() + 5)
        #expect(log.values.withLock { $0 } == [0, 1, 2])
    }

    @Test
    func everyJobRunsOnceOnManyThreads() throws {
        let sum = Atomic(0)
        let pool = try WorkerPool<Int>(workers: 4, queueLength: 10_000) { sum.add($0, ordering: .relaxed) }
        for start in stride(from: 0, to: 10_000, by: 10) {
            var jobs = Array(start..<(start + 10))
            pool.submit(&jobs)
            #expect(jobs.isEmpty)
        }
        pool.stop(by: .now() + 5)
        #expect(sum.load(ordering: .relaxed) == 49_995_000)
    }

    @Test
    func ringBufferKeepsOrderWhileItGrowsAndWraps() {
        var buffer = RingBuffer<Int>(limit: 40)
        var expected: [Int] = []
        var random = SeededGenerator(seed: 7)
        for value in 0..<5_000 {
            if Bool.random(using: &random) {
                let isTaken = buffer.append(value)
                #expect(isTaken == (expected.count < 40))
                if isTaken { expected.append(value) }
            } else {
                #expect(buffer.popFirst() == (expected.isEmpty ? nil : expected.removeFirst()))
            }
            #expect(buffer.count == expected.count)
        }
    }
}
