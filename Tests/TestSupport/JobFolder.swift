public import Foundation

/// The folders of one job in SageMaker's shape.
public struct JobFolder: Sendable {
    /// The base folder, `/opt/ml` in a container.
    public let folder: TemporaryFolder

    /// Creates a job with hyperparameters, all as strings, and the given channels.
    public init(hyperparameters: [String: String], channels: [String] = ["training"]) throws {
        folder = try TemporaryFolder()
        try writeJSON(hyperparameters, to: "input/config/hyperparameters.json")
        let modes = Dictionary(uniqueKeysWithValues: channels.map { ($0, ["TrainingInputMode": "File"]) })
        try writeJSON(modes, to: "input/config/inputdataconfig.json")
        try folder.write(
            Data(#"{"current_host":"algo-1","hosts":["algo-1"]}"#.utf8),
            to: "input/config/resourceconfig.json"
        )
        for name in channels.map({ "input/data/\($0)" }) + ["model", "output"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)",
                withIntermediateDirectories: true
            )
        }
    }

    /// Writes a file into a channel.
    public func add(_ content: some DataProtocol, to channel: String, as name: String) throws {
        try folder.write(content, to: "input/data/\(channel)/\(name)")
    }

    /// The model's bytes; `nil` where there is none.
    public var model: [UInt8]? { folder.read("model/carteiro.model") }

    /// The names of all files in the model folder.
    public var modelFiles: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/model")) ?? []).sorted()
    }

    /// What the job says of its failure; `nil` where it did not fail.
    public var failure: String? {
        folder.read("output/failure").map { String(decoding: $0, as: UTF8.self) }
    }

    /// Trains in this folder.
    public func train(_ executable: CarteiroExecutable = CarteiroExecutable()) throws -> CarteiroExecutable.Outcome {
        try executable.run(["train"], environment: ["SAGEMAKER_BASE_DIR": folder.path])
    }

    private func writeJSON(_ value: some Encodable, to name: String) throws {
        try folder.write(JSONEncoder().encode(value), to: name)
    }
}
