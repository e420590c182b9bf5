import Synchronization

/// How many threads work on large requests, so that several of them share the cores in place of each taking all.
final class ThreadBudget: Sendable {
    /// The most threads that help; those that answer a request themselves are always admitted.
    let threads: Int
    private let busy = Atomic(0)

    /// Creates a budget of `threads` threads for all requests together.
    init(threads: Int) {
        self.threads = max(1, threads)
    }

    /// Counts the thread that answers a request itself.
    func enter() {
        busy.wrappingAdd(1, ordering: .relaxed)
    }

    /// Counts a thread that would help; false when there are enough.
    func enterIfFree() -> Bool {
        if busy.wrappingAdd(1, ordering: .relaxed).newValue <= threads { return true }
        leave()
        return false
    }

    /// Counts a thread that is done.
    func leave() {
        busy.wrappingSubtract(1, ordering: .relaxed)
    }

    /// Whether another request has come, so that a thread that helps should leave.
    var isExceeded: Bool { busy.load(ordering: .relaxed) > threads }
}
