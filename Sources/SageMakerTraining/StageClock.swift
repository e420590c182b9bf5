/// Measures the stages of a job, one after the other, and prints each one's seconds when it ends.
struct StageClock {
    private let metrics: MetricLog
    private let clock = ContinuousClock()
    private var stage: (name: String, start: ContinuousClock.Instant)?
    /// The seconds of all stages that ended.
    private(set) var total = 0.0

    init(_ metrics: MetricLog) {
        self.metrics = metrics
    }

    /// Ends the stage at hand and begins another.
    mutating func start(_ name: String, of owner: String = "train") {
        stop()
        stage = ("\(owner):\(name)_seconds", clock.now)
    }

    /// Ends the stage at hand.
    mutating func stop() {
        guard let (name, start) = stage else { return }
        let seconds = (clock.now - start) / .seconds(1)
        metrics.record(name, seconds: seconds)
        total += seconds
        stage = nil
    }
}
