import AutomaticReplies
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

    /// The size of the model's files, nearly all of which is mapped and read in place.
    public func bytes(folder: String) -> Int? {
        let sizes = ModelFiles(folder: folder).paths.compactMap(Self.size)
        return sizes.isEmpty ? nil : sizes.reduce(0, +)
    }

    /// Maps the model's files and checks them.
    public func open(folder: String) throws(InferenceError) -> ServedModel {
        do {
            return ServedModel(try Model.open(folder: folder), logger: logger)
        } catch {
            throw InferenceError(.modelUnusable(error.description))
        }
    }

    /// Gives the free pages of the heap back.
    public func trim() {
        malloc_trim(0)
    }

    private static func size(of path: String) -> Int? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
}

extension ServedModel {
    /// A model as it was stored; changes of its drift go to the log.
    public init(_ model: Model, logger: Logger) {
        self.init(
            model.classifier,
            defaultTopK: model.metadata.topK > 1 ? model.metadata.topK : nil,
            facts: ModelFacts(producer: model.metadata.producer, trees: model.trees),
            replies: model.replyPolicy.map { ReplyDecider($0, for: model) },
            drift: model.profile.map { DriftMonitor($0, logger: logger) }
        )
    }
}
