public import Dataset
internal import Synchronization

/// How a job is asked to stop, from the thread that learns of it, and whether it is worth waiting for its end.
///
/// Until trees grow there is nothing to save, so that the process may just end. After that the job finishes the trees in
/// hand and writes them.
public final class TrainingStop: Sendable {
    /// How long the service's patience should be used at most; it kills the process 120 s after SIGTERM.
    public static let longestSeconds = 9.0
    /// The exit code of a process that SIGTERM ended before there was a model, as shells have it.
    public static let exitCodeWithoutModel: Int32 = 143

    enum Phase: Sendable {
        case preparing
        case growing
        /// The model is written; what follows are measures.
        case written
    }

    /// Raised by `request()`; work looks at it between its pieces.
    public let flag = StopFlag()
    private let phase = Mutex(Phase.preparing)

    /// Creates a stop that nobody has asked for.
    public init() {}

    /// Asks the job to stop.
    ///
    /// - Returns: Whether there may be something to save, so that the job should be waited for.
    public func request() -> Bool {
        flag.raise()
        return phase.withLock { $0 != .preparing }
    }

    /// Whether the job was asked to stop.
    public var isRequested: Bool { flag.isRaised }

    /// The exit code of a process that ends now: 0 once there is a model.
    public var exitCode: Int32 { phase.withLock { $0 == .written } ? 0 : Self.exitCodeWithoutModel }

    func enter(_ next: Phase) {
        phase.withLock { $0 = next }
    }
}
