internal import Synchronization

/// Shows a stage's progress: a bar that moves in place on a terminal, a line for each tenth elsewhere.
///
/// Safe to call from several threads at once.
public final class ProgressReporter: Sendable {
    private struct State {
        var done = 0
        var shownPercent = -1
    }

    /// The percents between two lines of a log.
    private static let linePercent = 10

    private let bar: ProgressBar
    private let isTerminal: Bool
    private let seconds: @Sendable () -> Double
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// Creates a reporter on a stream.
    ///
    /// - Parameters:
    ///   - bar: what is counted.
    ///   - stream: where to write; the default leaves the standard output to the metrics.
    public convenience init(_ bar: ProgressBar, on stream: StandardStream = .error) {
        let clock = ContinuousClock()
        let start = clock.now
        self.init(
            bar,
            isTerminal: stream.isTerminal,
            seconds: { (clock.now - start) / .seconds(1) },
            write: { stream.write($0) }
        )
    }

    /// Creates a reporter with a clock and an output of the caller's.
    init(
        _ bar: ProgressBar,
        isTerminal: Bool,
        seconds: @escaping @Sendable () -> Double,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.bar = bar
        self.isTerminal = isTerminal
        self.seconds = seconds
        self.write = write
    }

    /// Counts steps as done.
    public func advance(by steps: Int = 1) {
        state.withLock { state in
            state.done += steps
            show(&state)
        }
    }

    private func show(_ state: inout State) {
        let percent = bar.percent(state.done)
        let shown = isTerminal ? percent : percent / Self.linePercent * Self.linePercent
        guard shown > state.shownPercent, isTerminal || shown > 0 else { return }
        state.shownPercent = shown
        guard isTerminal else {
            write(bar.line(done: state.done, seconds: seconds()) + "\n")
            return
        }
        write("\r" + bar.bar(done: state.done, seconds: seconds()) + (percent == 100 ? "\n" : ""))
    }
}
