internal import Dataset
internal import FoundationEssentials
internal import JSON
internal import Logging
internal import ModelArtifact
internal import RandomForest

/// The trees of a job that are done, in a folder that outlives the machine.
///
/// SageMaker copies the folder to S3 while the job runs and back before it starts again. There is one file for each
/// machine; it holds all trees so far and is renamed into place, so that it is whole at any time.
struct ForestCheckpoint {
    private let path: String
    private let share: ForestShare
    private let logger: Logger

    /// Takes the file of a machine for the trees that it grows in a training.
    init(folder: String, host: String, _ assignment: TreeAssignment, _ training: Fingerprint, logger: Logger) {
        path = "\(folder)/forest-\(host).checkpoint"
        share = ForestShare(
            index: assignment.machine,
            count: assignment.machines,
            firstTree: assignment.range.lowerBound,
            treesAskedFor: assignment.range.count,
            training: training.value
        )
        self.logger = logger
    }

    /// The trees that are there; `nil` for none, or, with a warning, for those of another job or a damaged file.
    func load(classes: Int, features: Int) -> Forest? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let part = try ForestPart.open(path: path)
            guard part.share.training == share.training, part.share.firstTree == share.firstTree,
                part.forest.classes == classes, part.forest.features == features
            else {
                return passOver("it is of another training")
            }
            guard part.forest.trees <= share.treesAskedFor else { return passOver("it has more trees than are wanted") }
            logger.info("\(part.forest.trees) of \(share.treesAskedFor) trees come from the checkpoint \(path)")
            return part.forest
        } catch {
            return passOver("\(error)")
        }
    }

    /// Puts all trees so far in place of the file; where that fails the job goes on.
    func save(_ forest: Forest) {
        do {
            try ForestPart(forest: forest, share: share).write(to: path)
        } catch {
            logger.warning("no checkpoint is written: \(error)")
        }
    }

    private func passOver(_ reason: String) -> Forest? {
        logger.warning("the checkpoint \(path) is passed over: \(reason)")
        return nil
    }
}

extension TrainingEnvironment {
    /// The folder for checkpoints: the one that `checkpointconfig.json` names, else `checkpoints` if it is there.
    ///
    /// - Throws: `TrainingError` when the file cannot be read or is no JSON object.
    func checkpointFolder() throws(TrainingError) -> String? {
        let file = try ConfigurationFile.read(checkpointConfigurationFile)
        if let path = file?["LocalPath"]?.stringValue, !path.isEmpty {
            try OutputFolder.create(path)
            return path
        }
        var isFolder = false
        let isThere = FileManager.default.fileExists(atPath: checkpointDirectory, isDirectory: &isFolder)
        return isThere && isFolder ? checkpointDirectory : nil
    }
}
