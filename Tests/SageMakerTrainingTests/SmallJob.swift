import Logging
import ModelArtifact
import Synchronization

@testable import SageMakerTraining

/// A job on a few documents that runs inside the test.
final class SmallJob {
    let folder: JobFolder
    /// What the job prints and logs, line by line.
    let lines = Lines()

    /// Lines of several threads.
    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])

        var all: [String] { lines.withLock { $0 } }

        func add(_ line: String) { lines.withLock { $0.append(line) } }

        func contains(_ text: String) -> Bool { all.contains { $0.contains(text) } }
    }

    /// Creates the job's folder; texts of the same label share words.
    init(hyperparameters: [String: String] = [:], validation: Bool = false, documents: Int = 60) throws {
        folder = try JobFolder()
        try set(hyperparameters)
        try write(documents: 0..<documents, to: "training")
        if validation { try write(documents: 1_000..<1_020, to: "validation") }
    }

    /// Sets the hyperparameters, with stems and few trees where they say nothing else.
    func set(_ hyperparameters: [String: String]) throws {
        let all = ["normalizer": "stem", "language": "pt", "n_estimators": "20", "n_jobs": "2"]
            .merging(hyperparameters) { $1 }
        let members = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
        try folder.write("{" + members.joined(separator: ",") + "}", to: "input/config/hyperparameters.json")
    }

    /// Writes documents of three labels into a channel.
    func write(documents: Range<Int>, to channel: String, labels: [String] = ["troca", "entrega", "cupom"]) throws {
        let words = ["sapato", "caixa", "loja", "ontem", "favor", "cliente", "compra"]
        let rows = documents.map { number in
            let label = labels[number % labels.count]
            let noise = (0..<3).map { words[(number &* 31 &+ $0 &* number) % words.count] }.joined(separator: " ")
            return "\(number % 7 == 0 ? "pedido" : label) \(noise),\(label)"
        }
        try folder.write("text,label\n" + rows.joined(separator: "\n"), to: "input/data/\(channel)/a.csv")
    }

    /// Makes this machine one of several.
    func machine(_ name: String, of hosts: [String]) throws {
        let names = hosts.map { "\"\($0)\"" }.joined(separator: ",")
        try folder.write(
            "{\"current_host\": \"\(name)\", \"hosts\": [\(names)]}",
            to: "input/config/resourceconfig.json"
        )
    }

    /// Runs the job; `onMetric` is called with each line that is printed.
    func run(
        stop: TrainingStop = TrainingStop(),
        onMetric: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(TrainingError) -> TrainingOutcome {
        let lines = lines
        let logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
        return try TrainingJob(
            environment: folder.environment,
            lexicons: [:],
            producer: "test",
            metrics: MetricLog {
                lines.add($0)
                onMetric($0)
            },
            logger: logger,
            stop: stop
        ).run()
    }

    /// The model folder.
    var modelFolder: String { folder.environment.modelDirectory }

    /// The model that the job wrote.
    func model() throws -> Model { try Model.open(folder: modelFolder) }
}

/// Keeps log lines with their level.
struct LineHandler: LogHandler {
    let lines: SmallJob.Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    init(lines: SmallJob.Lines) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.add("\(event.level): \(event.message)")
    }
}
