internal import Threads

/// Threads that take jobs from one bounded queue, first come first served.
final class WorkerPool<Job: Sendable>: Sendable {
    private struct State: Sendable {
        var queue: RingBuffer<Job>
        var idle = 0
        var running: Int
        var isStopped = false
    }

    private let monitor: Monitor<State>
    private let threads: [PosixThread]

    /// Starts `workers` threads that each run `work` on one job at a time.
    init(workers: Int, queueLength: Int, work: @escaping @Sendable (Job) -> Void) throws(SocketError) {
        let monitor = Monitor(State(queue: RingBuffer(limit: queueLength), running: workers))
        var threads: [PosixThread] = []
        do {
            for index in 0..<workers {
                threads.append(try PosixThread.start("worker-\(index)") { Self.run(monitor, work) })
            }
        } catch {
            Self.stop(monitor)
            for thread in threads { thread.join() }
            throw error
        }
        self.monitor = monitor
        self.threads = threads
    }

    /// Jobs that wait.
    var queued: Int {
        monitor.withLock { $0.queue.count }
    }

    /// Takes jobs until the queue is full and removes them from `jobs`; one lock and few wake-ups for all of them.
    func submit(_ jobs: inout [Job]) {
        guard !jobs.isEmpty else { return }
        let (taken, wakeups) = monitor.withLock { state in
            var taken = 0
            while taken < jobs.count, state.queue.append(jobs[taken]) { taken += 1 }
            return (taken, min(taken, state.idle))
        }
        for _ in 0..<wakeups { monitor.signal() }
        jobs.removeFirst(taken)
    }

    /// Lets the threads end after the jobs that are queued, and waits for that until `deadline`.
    ///
    /// A thread that is still at work then is left to itself.
    func stop(by deadline: MonotonicTime) {
        Self.stop(monitor)
        let ended: Void? = monitor.wait(by: deadline) { $0.running == 0 ? () : nil }
        for thread in threads {
            if ended != nil { thread.join() } else { thread.detach() }
        }
    }

    private static func stop(_ monitor: Monitor<State>) {
        monitor.withLock { $0.isStopped = true }
        monitor.broadcast()
    }

    private static func run(_ monitor: Monitor<State>, _ work: @Sendable (Job) -> Void) {
        while let job = nextJob(monitor) {
            work(job)
        }
        monitor.withLock { $0.running -= 1 }
        monitor.broadcast()
    }

    /// The next job; nil when the pool has stopped and nothing waits.
    private static func nextJob(_ monitor: Monitor<State>) -> Job? {
        var isWaiting = false
        return monitor.wait { state -> Job?? in
            if isWaiting {
                state.idle -= 1
                isWaiting = false
            }
            if let job = state.queue.popFirst() { return .some(job) }
            if state.isStopped { return .some(nil) }
            state.idle += 1
            isWaiting = true
            return nil
        } ?? nil
    }
}
