import Synchronization
import Testing

@testable import SageMakerTraining

struct MetricLogTests {
    @Test func metricsAreOneALine() {
        let lines = Lines()
        let log = MetricLog { lines.append($0) }
        log.record("validation:accuracy", 0.87123)
        log.record("validation:macro_f1", 1)
        log.record("train:fit_seconds", seconds: 1.2344)
        log.record("train:documents", count: 600)
        log.record("validation:log_loss", .nan)
        #expect(
            lines.all == [
                "validation:accuracy=0.8712;\n", "validation:macro_f1=1.0000;\n", "train:fit_seconds=1.234;\n",
                "train:documents=600;\n",
            ]
        )
    }

    @Test func observerHearsOfEachMetricAndItsStep() {
        struct Observer: JobObserver {
            let heard: Lines
            func record(_ name: String, _ value: Double, step: Int) { heard.append("\(name) \(value) \(step)") }
            func describe(_ name: String, _ text: String) { heard.append("\(name) \(text)") }
        }
        let (lines, heard) = (Lines(), Lines())
        let log = MetricLog(observer: Observer(heard: heard)) { lines.append($0) }
        log.at(step: 10).record("validation:accuracy", 0.871_234)
        log.record("train:documents", count: 600)
        log.record("validation:log_loss", .nan)
        log.describe("language", "pt")
        #expect(lines.all == ["validation:accuracy=0.8712;\n", "train:documents=600;\n"])
        #expect(heard.all == ["validation:accuracy 0.871234 10", "train:documents 600.0 0", "language pt"])
    }

    @Test(
        arguments: [
            (0, 4, "0.0000"), (0.00004, 4, "0.0000"), (0.00005, 4, "0.0001"), (-1.5, 1, "-1.5"), (-0.04, 1, "0.0"),
            (12.345678, 3, "12.346"), (7.6, 0, "8"), (1e30, 4, nil), (.infinity, 4, nil), (.nan, 1, nil),
        ] as [(Double, Int, String?)]
    )
    func numbersHaveAFixedForm(value: Double, digits: Int, text: String?) {
        #expect(FixedPoint.text(value, digits: digits) == text)
    }
}

struct ProgressTests {
    @Test(arguments: [
        (0, "[------------------------------]   0 %  0/100 trees  1.5 s"),
        (33, "[#########---------------------]  33 %  33/100 trees  1.5 s"),
        (100, "[##############################] 100 %  100/100 trees  1.5 s"),
        (120, "[##############################] 100 %  100/100 trees  1.5 s"),
    ])
    func barIsDrawn(done: Int, bar: String) {
        #expect(ProgressBar("trees", total: 100).bar(done: done, seconds: 1.46) == bar)
    }

    @Test func nothingToDoIsDone() {
        #expect(ProgressBar("trees", total: 0).line(done: 0, seconds: 0) == "0/0 trees  0.0 s")
        #expect(ProgressBar("trees", total: -1).bar(done: 1, seconds: 0).contains("100 %"))
    }

    @Test func logGetsALineForEachTenth() {
        let lines = Lines()
        let reporter = ProgressReporter(
            ProgressBar("trees", total: 25),
            isTerminal: false,
            seconds: { 2 },
            write: { lines.append($0) }
        )
        for _ in 0..<25 { reporter.advance() }
        #expect(lines.all.count == 10)
        #expect(lines.all.first == "3/25 trees  2.0 s\n")
        #expect(lines.all.last == "25/25 trees  2.0 s\n")
    }

    @Test func terminalGetsABarInPlace() {
        let lines = Lines()
        let reporter = ProgressReporter(
            ProgressBar("trees", total: 2),
            isTerminal: true,
            seconds: { 2 },
            write: { lines.append($0) }
        )
        reporter.advance()
        reporter.advance()
        #expect(lines.all.allSatisfy { $0.hasPrefix("\r[") })
        #expect(lines.all.map { $0.hasSuffix("\n") } == [false, true])
    }
}

/// Gathers what is written.
final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func append(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}
