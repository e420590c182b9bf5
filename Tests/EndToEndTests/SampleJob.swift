import TestSupport

/// A training on the sample with 25 trees.
struct SampleJob {
    let folder: JobFolder
    let outcome: CarteiroExecutable.Outcome

    init(hyperparameters: [String: String] = [:]) throws {
        let defaults = ["n_estimators": "25", "language": "pt"]
        folder = try JobFolder(
            hyperparameters: defaults.merging(hyperparameters) { $1 },
            channels: ["training", "validation"]
        )
        for channel in ["training", "validation"] {
            try folder.add(try SampleMessages.csv(channel: channel), to: channel, as: "messages.csv")
        }
        outcome = try folder.train()
    }

    /// The value of a metric's last line.
    func metric(_ name: String) -> Double? {
        metrics(name).last
    }

    /// The values of all lines of a metric.
    func metrics(_ name: String) -> [Double] {
        outcome.output.split(separator: "\n")
            .filter { $0.hasPrefix(name + "=") }
            .compactMap { Double($0.dropFirst(name.count + 1).dropLast()) }
    }
}
