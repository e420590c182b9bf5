import FoundationEssentials
import SageMakerTraining

/// A folder like `/opt/ml` for one test; it goes away with its last reference.
final class JobFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/carteiro-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var environment: TrainingEnvironment { TrainingEnvironment(baseDirectory: path) }

    func write(_ text: String, to name: String) throws {
        try write(bytes: Array(text.utf8), to: name)
    }

    func write(bytes: [UInt8], to name: String) throws {
        let file = path + "/" + name
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
    }

    /// Makes the channel `training` of the given files, below `input/data/training`.
    func channel(_ files: [(name: String, text: String)], contentType: String? = nil) throws -> InputChannel {
        for file in files { try write(file.text, to: "input/data/training/" + file.name) }
        return InputChannel(name: "training", directory: path + "/input/data/training", contentType: contentType)
    }
}
