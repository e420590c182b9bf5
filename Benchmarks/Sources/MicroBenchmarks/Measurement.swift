/// The median time of a piece of work, in nanoseconds for one call.
struct Measurement {
    let name: String
    let nanoseconds: Double

    /// Calls `work` in rounds of about a fiftieth of a second and takes the median of the rounds.
    init(_ name: String, rounds: Int = 15, _ work: () -> Void) {
        self.name = name
        let calls = Self.calls(for: work)
        let times = (0..<rounds).map { _ in Self.seconds(of: calls, work) / Double(calls) }
        nanoseconds = times.sorted()[rounds / 2] * 1e9
    }

    /// One line of the table.
    var line: String {
        let figure = String(Int(nanoseconds.rounded()))
        let gap = String(repeating: " ", count: max(1, 60 - name.count - figure.count))
        return name + gap + figure + " ns"
    }

    private static func calls(for work: () -> Void) -> Int {
        var calls = 1
        while seconds(of: calls, work) < 0.02 && calls < 1 << 24 { calls *= 2 }
        return calls
    }

    private static func seconds(of calls: Int, _ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<calls { work() }
        return (clock.now - start) / .seconds(1)
    }
}
