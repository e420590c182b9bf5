import CLinux
import DriftDetection
import Glibc
public import Logging
public import ModelArtifact

/// How models come into memory and leave it; tests have their own.
public protocol ModelLoading: Sendable {
    /// How many bytes the model of a folder takes; `nil` when the folder holds none.
    func bytes(folder: String) -> Int?

    /// Loads the model of a folder.
    func open(folder: String) throws(InferenceError) -> ServedModel

    /// Gives memory that is free back to the system.
    func trim()
}

/// Loads the files that training writes.
public struct ArtifactLoader: ModelLoading {
    private let logger: Logger

    /// Creates a loader of models whose drift goes to a log.
    public init(logger: Logger) {
        self.logger = logger
    }

    /// The size of the model file, nearly all of which is mapped and read in place.
    public func bytes(folder: String) -> Int? {
        var status = stat()
        guard unsafe stat(Self.file(folder), &status) == 0 else { return nil }
        return Int(status.st_size)
    }

    /// Maps the model file and checks it.
    public func open(folder: String) throws(InferenceError) -> ServedModel {
        do {
            return ServedModel(try Model.open(path: Self.file(folder)), logger: logger)
        } catch {
            throw InferenceError(.modelUnusable(error.description))
        }
    }

    /// Gives the free pages of the heap back.
    public func trim() {
        malloc_trim(0)
    }

    private static func file(_ folder: String) -> String { "\(folder)/\(ArtifactFormat.fileName)" }
}

extension ServedModel {
    /// A model as it was stored; changes of its drift go to the log.
    public init(_ model: Model, logger: Logger) {
        self.init(
            model.classifier,
            defaultTopK: model.metadata.topK > 1 ? model.metadata.topK : nil,
            facts: ModelFacts(producer: model.metadata.producer, trees: model.trees),
            drift: model.profile.map { DriftMonitor($0, logger: logger) }
        )
    }
}
