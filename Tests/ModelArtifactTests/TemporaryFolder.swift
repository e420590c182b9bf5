import FoundationEssentials

@testable import ModelArtifact

/// A folder of one test, which is removed with its content when the test lets go of it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/carteiro-artifact-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of the model in the folder.
    var model: String { path + "/" + ArtifactFormat.fileName }

    /// The names of the files.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    /// Writes a file without any of the code under test.
    func write(_ bytes: [UInt8], to name: String = ArtifactFormat.fileName) throws {
        try Data(bytes).write(to: URL(filePath: path + "/" + name))
    }

    func read(_ name: String = ArtifactFormat.fileName) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    /// Opens bytes as a model.
    func open(_ bytes: [UInt8]) throws -> Model {
        try write(bytes)
        return try Model.open(path: model)
    }

    /// Why bytes are not a model, without the name of the file; `nil` when they are one.
    func refusal(of bytes: [UInt8]) throws -> String? {
        try write(bytes)
        do {
            _ = try Model.open(path: model)
            return nil
        } catch {
            return String(error.description.dropFirst("model file \(ArtifactFormat.fileName): ".count))
        }
    }
}
