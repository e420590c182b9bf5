internal import Logging
internal import ModelArtifact
internal import RandomForest

/// The model folder: one machine writes the model, each of several its part of it.
struct ModelOutput {
    private let folder: String
    private let resources: ResourceConfiguration
    private let logger: Logger

    /// Takes the folder of a job on some machines.
    init(_ environment: TrainingEnvironment, _ resources: ResourceConfiguration, logger: Logger) {
        folder = environment.modelDirectory
        self.resources = resources
        self.logger = logger
    }

    /// Writes what the first machine has: all but the other machines' trees.
    ///
    /// - Throws: `TrainingError` with the system's reason.
    func write(_ model: Model, _ share: ForestShare) throws(TrainingError) {
        guard resources.hosts.count > 1 else {
            return try write("model", to: ArtifactFormat.fileName) { path throws(ArtifactError) in
                try model.write(to: path)
            }
        }
        try write("part \(share.index + 1) of \(share.count) of the model", to: partName) {
            path throws(ArtifactError) in try model.write(to: path, as: share)
        }
    }

    /// Writes what the other machines have: trees alone.
    ///
    /// - Throws: `TrainingError` with the system's reason.
    func write(_ forest: Forest, _ share: ForestShare) throws(TrainingError) {
        try write("part \(share.index + 1) of \(share.count) of the model", to: partName) {
            path throws(ArtifactError) in try ForestPart(forest: forest, share: share).write(to: path)
        }
    }

    private var partName: String { ModelFiles.partName(host: resources.currentHost) }

    private func write(
        _ what: String,
        to name: String,
        _ write: (String) throws(ArtifactError) -> Void
    ) throws(TrainingError) {
        try OutputFolder.create(folder)
        let path = folder + "/" + name
        do {
            try write(path)
        } catch {
            throw TrainingError(.system(action: "write the model", reason: "\(error)"))
        }
        logger.info("\(what) written to \(path)")
    }
}
