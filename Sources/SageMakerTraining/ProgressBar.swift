/// How far a stage is, as text.
public struct ProgressBar: Sendable, Equatable {
    /// What a step is called, such as `trees`.
    public let unit: String
    /// The number of steps.
    public let total: Int

    /// The columns of the bar itself.
    private static let width = 30

    /// Creates a bar.
    public init(_ unit: String, total: Int) {
        self.unit = unit
        self.total = max(total, 0)
    }

    /// The bar for a terminal: `[##########--------------------]  33 %  33/100 trees  1.2 s`.
    public func bar(done: Int, seconds: Double) -> String {
        let filled = total == 0 ? Self.width : Self.width * clamped(done) / total
        let cells = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
        let share = String(percent(done))
        let padding = String(repeating: " ", count: max(0, 3 - share.count))
        return "[\(cells)] \(padding)\(share) %  \(line(done: done, seconds: seconds))"
    }

    /// The line for a log: `33/100 trees  1.2 s`.
    public func line(done: Int, seconds: Double) -> String {
        "\(clamped(done))/\(total) \(unit)  \(FixedPoint.text(seconds, digits: 1) ?? "?") s"
    }

    /// The whole percents that are done.
    func percent(_ done: Int) -> Int {
        total == 0 ? 100 : clamped(done) * 100 / total
    }

    private func clamped(_ done: Int) -> Int {
        min(max(done, 0), total)
    }
}
