/// Prints metrics in the form that SageMaker's metric definitions and tuner look for, one a line:
/// `validation:accuracy=0.8712;`.
///
/// `Metric` has the names and their regular expressions.
public struct MetricLog: Sendable {
    private let write: @Sendable (String) -> Void

    /// Creates a log; the default writes to the standard output at once.
    public init(write: @escaping @Sendable (String) -> Void = { StandardStream.output.write($0) }) {
        self.write = write
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
    }

    private func record(_ name: String, _ value: Double, digits: Int) {
        guard let text = FixedPoint.text(value, digits: digits) else { return }
        write("\(name)=\(text);\n")
    }
}
