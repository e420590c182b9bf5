internal import Dispatch
public import Logging
internal import Synchronization

/// A run in MLflow that follows a training from outside.
///
/// Everything is sent by a thread of its own, so that the training never waits; only `finish` does, for a limited time.
/// Whatever goes wrong is one warning in the log. May be used by many threads at once.
public final class TrackedRun: Sendable {
    /// How the training ended.
    public enum Ending: Sendable, Equatable {
        case finished
        case failed
        /// It was stopped from outside.
        case killed

        var status: String {
            switch self {
            case .finished: "FINISHED"
            case .failed: "FAILED"
            case .killed: "KILLED"
            }
        }
    }

    private struct Waiting {
        var metrics: [RunMetric] = []
        var tags: [RunEntry] = []
        var isSending = false
    }

    private let settings: MLflowSettings
    private let milliseconds: @Sendable () -> Int
    private let sender: RunSender
    private let patience: Patience
    private let logger: Logger
    private let queue = DispatchQueue(label: "mlflow")
    private let waiting = Mutex(Waiting())

    /// Creates a run that nobody knows of yet.
    ///
    /// `milliseconds` is the time since 1970.
    public convenience init(_ settings: MLflowSettings, milliseconds: @escaping @Sendable () -> Int, logger: Logger) {
        self.init(settings, milliseconds: milliseconds, logger: logger, policy: RetryPolicy())
    }

    init(
        _ settings: MLflowSettings,
        milliseconds: @escaping @Sendable () -> Int,
        logger: Logger,
        policy: RetryPolicy,
        patience: Patience = Patience()
    ) {
        self.settings = settings
        self.milliseconds = milliseconds
        self.patience = patience
        self.logger = logger
        let client = TrackingClient(settings, policy: policy, patience: patience)
        sender = RunSender(settings, client: client, logger: logger)
    }

    /// Makes the run in the server, with what is known at the beginning; `name` is used where the settings name none.
    public func begin(name: String?, tags: [RunEntry], parameters: [RunEntry]) {
        let time = milliseconds()
        queue.async { [sender] in sender.begin(name: name, tags: tags, parameters: parameters, time: time) }
    }

    /// Takes a measure at a step; one that is not finite is left out.
    public func record(_ name: String, _ value: Double, step: Int) {
        guard value.isFinite else { return }
        let metric = RunMetric(name: EntityName.metric(name), value: value, step: step, timestamp: milliseconds())
        waiting.withLock { waiting in
            if waiting.metrics.count >= MLflowLimits.waitingMetrics { waiting.metrics.removeFirst() }
            waiting.metrics.append(metric)
        }
        sendWaiting()
    }

    /// Takes a tag.
    public func tag(_ entry: RunEntry) {
        waiting.withLock { $0.tags.append(entry) }
        sendWaiting()
    }

    /// Sends what is left, then the files, and ends the run; returns when that is done or the time is up.
    ///
    /// A failed or killed run registers no model.
    ///
    /// - Parameters:
    ///   - ending: how the training ended.
    ///   - artifacts: the files, the most important first.
    ///   - seconds: how long to wait; the settings' when it is `nil`.
    /// - Returns: whether it was done in time.
    @discardableResult
    public func finish(_ ending: Ending, artifacts: [RunArtifact], within seconds: Double? = nil) -> Bool {
        let seconds = seconds ?? Double(settings.secondsAfterTraining)
        patience.limit(to: seconds)
        let time = milliseconds()
        let done = DispatchSemaphore(value: 0)
        queue.async { [sender] in
            sender.finish(ending, artifacts: artifacts, time: time)
            done.signal()
        }
        guard done.wait(timeout: .now() + seconds) == .success else {
            logger.warning(
                "MLflow did not take everything in \(Int(seconds)) s; raise CARTEIRO_MLFLOW_SECONDS or see to it"
            )
            return false
        }
        return true
    }

    /// Lets the thread take all that waits by then; what comes while it is busy goes into its next request.
    private func sendWaiting() {
        let isFirst = waiting.withLock { waiting in
            defer { waiting.isSending = true }
            return !waiting.isSending
        }
        guard isFirst else { return }
        queue.async { [self] in
            let (metrics, tags) = waiting.withLock { waiting in
                defer { waiting = Waiting() }
                return (waiting.metrics, waiting.tags)
            }
            sender.send(metrics, tags)
        }
    }
}
