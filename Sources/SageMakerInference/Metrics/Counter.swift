import Synchronization

/// A number that only grows; any thread adds to it without a lock.
final class Counter: Sendable {
    private let count = Atomic(0)

    /// The sum of what was added.
    var value: Int { count.load(ordering: .relaxed) }

    /// Adds a number that is not negative.
    func add(_ amount: Int = 1) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }
}
