internal import Dispatch
internal import Synchronization

/// Work on a channel on a thread of its own: a pipe must be read as soon as it is there, also while another one is read.
final class BackgroundReading<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let outcome = Mutex<Result<Value, TrainingError>?>(nil)

    /// Begins the work.
    init(_ read: @escaping @Sendable () throws(TrainingError) -> Value) {
        DispatchQueue(label: "channel").async(group: group) { [self] in
            let result = Result(catching: read)
            outcome.withLock { $0 = result }
        }
    }

    /// Waits for the work.
    ///
    /// - Throws: what the work threw.
    func value() throws(TrainingError) -> Value {
        group.wait()
        guard let outcome = outcome.withLock({ $0 }) else {
            throw TrainingError(.unexpected("a channel was not read"))
        }
        return try outcome.get()
    }
}
