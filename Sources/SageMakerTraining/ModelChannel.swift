internal import FoundationEssentials
internal import ModelArtifact

/// The channel `model`: an earlier training's model, which new trees are added to.
///
/// SageMaker gives the archive still packed. Source: AWS, "Use Incremental Training in Amazon SageMaker AI".
enum ModelChannel {
    /// The channel's name.
    static let name = "model"

    /// Opens the model of a job.
    ///
    /// An archive is unpacked into a folder below `scratch`, which is gone at the end.
    ///
    /// - Returns: The model; `nil` without the channel.
    /// - Throws: `TrainingError` when the channel holds no model or one that cannot be used.
    static func open(_ channels: InputChannels, scratch: String) throws(TrainingError) -> Model? {
        guard let channel = channels[name] else { return nil }
        guard channel.mode == .file || channel.mode == .fastFile else {
            throw TrainingError(.malformed("a model comes in File mode; set the channel's input mode"), at: name)
        }
        let files = try ChannelFiles(of: channel).data
        if let file = files.first(where: isModel) {
            return try model(in: channel.directory + "/" + file.prefix(upTo: folderEnd(of: file)))
        }
        guard let archive = files.first(where: ModelArchive.isArchive) else {
            throw TrainingError(
                .malformed("there is no model.tar.gz and no \(ArtifactFormat.fileName); give the output of a training"),
                at: name
            )
        }
        let folder = scratch + "/carteiro-model-\(UUID().uuidString)"
        try OutputFolder.create(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try ModelArchive(channel.directory + "/" + archive, called: "\(name)/\(archive)").unpack(to: folder)
        return try model(in: folder)
    }

    private static func isModel(_ file: String) -> Bool {
        let name = String(file.suffix(from: folderEnd(of: file)))
        return name == ArtifactFormat.fileName || ModelFiles.isPart(name)
    }

    /// Where a file's name begins in its path.
    private static func folderEnd(of file: String) -> String.Index {
        file.lastIndex(of: "/").map(file.index(after:)) ?? file.startIndex
    }

    private static func model(in folder: String) throws(TrainingError) -> Model {
        do {
            return try Model.open(folder: folder)
        } catch {
            throw TrainingError(.malformed("\(error)"), at: name)
        }
    }
}
