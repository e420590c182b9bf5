internal import Dataset
internal import Logging
internal import RandomForest

/// Reads a job's channels and prepares their documents.
struct JobInput {
    private let channels: InputChannels
    private let logger: Logger

    /// Takes the channels of a job on so many machines.
    ///
    /// - Throws: `TrainingError` when a channel that is read is shared out among the machines.
    init(_ channels: InputChannels, machines: Int, logger: Logger) throws(TrainingError) {
        self.channels = channels
        self.logger = logger
        guard machines > 1 else { return }
        let read = [
            try channels.training(), channels.validation, channels[SubstitutionsFile.channel],
            channels[ModelChannel.name],
        ]
        if let sharded = read.compactMap(\.self).first(where: \.isSharded) {
            throw TrainingError(.shardedChannel(sharded.name, machines: machines))
        }
    }

    /// The documents to learn from and those to measure with.
    ///
    /// - Throws: `TrainingError` that says what cannot be read, or what leaves nothing to learn from.
    func documents(_ configuration: TrainingConfiguration) throws(TrainingError) -> PreparedDocuments {
        let read = try read(configuration.columns)
        let preparation = DocumentPreparation(
            read.training,
            validation: read.validation,
            parameters: configuration.preparation,
            seed: configuration.forest.randomState
        )
        let prepared = try preparation.prepared()
        for note in prepared.notes { logger.info("\(note)") }
        return prepared
    }

    /// Reads both channels at once, and passes over the pipes of the others.
    private func read(
        _ columns: DocumentColumns
    ) throws(TrainingError) -> (training: LabeledDocuments, validation: LabeledDocuments?) {
        let logger = logger
        let reader = DocumentReader(columns: columns) { logger.warning("\($0)") }
        let training = try channels.training()
        let validation = channels.validation.map { channel in
            BackgroundReading { () throws(TrainingError) in try reader.documents(of: channel) }
        }
        let drained = channels.unreadPipes(besides: [training] + (channels.validation.map { [$0] } ?? []))
        for channel in drained {
            logger.info("channel \"\(channel.name)\" is passed over")
            _ = BackgroundReading { () throws(TrainingError) in try ChannelPipe(channel).drain() }
        }
        return (try reader.trainingDocuments(of: training), try validation?.value())
    }
}
