internal import Dispatch
internal import Synchronization

/// What the loop is at, so that a program can end between two invocations and not within one.
public final class LoopProgress: Sendable {
    private enum State {
        case waiting
        case answering
        /// No further invocation is begun.
        case ended
    }

    private let state = Mutex(State.waiting)
    private let answered = DispatchSemaphore(value: 0)

    /// Creates the progress of a loop that has not begun.
    public init() {}

    /// Lets no further invocation begin, and waits at most `seconds` for the one at hand; false when it did not end.
    public func stop(within seconds: Double) -> Bool {
        let wasAnswering = state.withLock { state in
            defer { state = .ended }
            if case .answering = state { return true }
            return false
        }
        guard wasAnswering else { return true }
        return answered.wait(timeout: .now() + seconds) == .success
    }

    /// Begins an invocation; false when none may begin.
    func begin() -> Bool {
        state.withLock { state in
            guard case .waiting = state else { return false }
            state = .answering
            return true
        }
    }

    /// Ends an invocation; false when no further one may begin.
    func end() -> Bool {
        let goesOn = state.withLock { state in
            guard case .answering = state else { return false }
            state = .waiting
            return true
        }
        if !goesOn { answered.signal() }
        return goesOn
    }
}
