/// Prints metrics in the form that SageMaker's metric definitions and tuner look for, one a line:
/// `validation:accuracy=0.8712;`.
///
/// `Metric` has the names and their regular expressions.
public struct MetricLog: Sendable {
    private let write: @Sendable (String) -> Void
    private let observer: (any JobObserver)?
    /// How many trees the forest had when it was measured; 0 for what has nothing to do with trees.
    private var step = 0

    /// Creates a log; the default writes to the standard output at once.
    ///
    /// An observer hears of each metric too.
    public init(
        observer: (any JobObserver)? = nil,
        write: @escaping @Sendable (String) -> Void = { StandardStream.output.write($0) }
    ) {
        self.write = write
        self.observer = observer
    }

    /// The same log for metrics of a forest with so many trees.
    func at(step: Int) -> MetricLog {
        var log = self
        log.step = step
        return log
    }

    /// Tells the observer a fact that is no number; it is not printed.
    func describe(_ name: String, _ text: String) {
        observer?.describe(name, text)
    }

    /// A log that prints nothing.
    static let silent = MetricLog(write: { _ in })

    /// Prints a share or a score, of one label where it is one of a label.
    func record(_ metric: Metric, of label: String? = nil, _ value: Double) {
        record(label.map { metric.name(of: $0) } ?? metric.name, value)
    }

    /// Prints a count.
    func record(_ metric: Metric, count: Int) {
        record(metric.name, count: count)
    }

    /// Prints a share or a score, with four digits after the point; what is not finite is left out.
    public func record(_ name: String, _ value: Double) {
        record(name, value, digits: 4)
    }

    /// Prints a duration in seconds, with three digits after the point; its name should end in `_seconds`.
    public func record(_ name: String, seconds: Double) {
        record(name, seconds, digits: 3)
    }

    /// Prints a count.
    public func record(_ name: String, count: Int) {
        write("\(name)=\(count);\n")
        observer?.record(name, Double(count), step: step)
    }

    private func record(_ name: String, _ value: Double, digits: Int) {
        guard let text = FixedPoint.text(value, digits: digits) else { return }
        write("\(name)=\(text);\n")
        observer?.record(name, value, step: step)
    }
}
