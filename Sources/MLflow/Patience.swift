internal import Synchronization

/// The time that the server has: without an end while the job works anyway, little when it never answered, and a fixed
/// one once the job waits.
final class Patience: Sendable {
    private struct State {
        var firstQuestion: ContinuousClock.Instant?
        var isAnswered = false
        var end: ContinuousClock.Instant?
    }

    private let clock = ContinuousClock()
    private let firstAnswerSeconds: Double
    private let state = Mutex(State())

    init(firstAnswerSeconds: Double = MLflowLimits.firstAnswerSeconds) {
        self.firstAnswerSeconds = firstAnswerSeconds
    }

    /// Seconds from now on; `.infinity` while there is no end.
    var secondsLeft: Double {
        let now = clock.now
        return state.withLock { state in
            let end = state.end.map { ($0 - now) / .seconds(1) } ?? .infinity
            guard !state.isAnswered else { return end }
            let first = state.firstQuestion ?? now
            state.firstQuestion = first
            return min(end, firstAnswerSeconds - (now - first) / .seconds(1))
        }
    }

    /// Notes that the server is there.
    func noteAnswer() {
        state.withLock { $0.isAnswered = true }
    }

    /// Sets the end, so many seconds from now.
    func limit(to seconds: Double) {
        let end = clock.now + .seconds(seconds)
        state.withLock { $0.end = end }
    }
}
