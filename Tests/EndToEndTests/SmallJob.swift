import CSV
import Foundation
import TestSupport

/// A training on a part of the sample that needs no dictionary and takes a moment.
struct SmallJob {
    let folder: JobFolder

    private static let defaults = ["n_estimators": "40", "language": "pt", "normalizer": "stem", "n_jobs": "2"]

    /// Creates a job on the sample, each channel's file as often as `times` says.
    init(hyperparameters: [String: String] = [:], channels: [String] = ["training"], times: Int = 1) throws {
        folder = try JobFolder(hyperparameters: Self.defaults.merging(hyperparameters) { $1 }, channels: channels)
        for channel in channels where channel != "model" {
            let csv = try SampleMessages.csv(channel: channel)
            for copy in 1...times { try folder.add(csv, to: channel, as: "\(copy).csv") }
        }
    }

    /// Creates a job on a file.
    init(hyperparameters: [String: String], csv: [UInt8]) throws {
        folder = try JobFolder(hyperparameters: Self.defaults.merging(hyperparameters) { $1 })
        try folder.add(csv, to: "training", as: "a.csv")
    }

    /// Makes this machine one of several.
    func machine(_ number: Int, of count: Int) throws {
        let hosts = (1...count).map { "\"algo-\($0)\"" }.joined(separator: ",")
        try folder.folder.write(
            Data("{\"current_host\":\"algo-\(number)\",\"hosts\":[\(hosts)]}".utf8),
            to: "input/config/resourceconfig.json"
        )
    }

    /// Makes the folder for checkpoints, as SageMaker does for a job that has them.
    func keepCheckpoints() throws {
        try folder.folder.write(Data(), to: "checkpoints/.keep")
    }

    /// The names of the finished checkpoints.
    var checkpoints: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.folder.path + "/checkpoints")) ?? []
        return names.filter { $0.hasSuffix(".checkpoint") }
    }

    /// The files of the model folder that are no temporary ones; those have hidden names.
    var artifacts: [String] { folder.modelFiles.filter { !$0.hasPrefix(".") } }
}
