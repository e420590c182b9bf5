import Dataset
import DriftDetection
import FeatureExtraction
public import Logging
import ModelArtifact
import RandomForest
public import TextAnalysis
import TextClassification

/// One training job from its input channels to the model folder.
public struct TrainingJob: Sendable {
    private let environment: TrainingEnvironment
    private let lexicons: [Language: Lexicon]
    private let producer: String
    private let metrics: MetricLog
    private let logger: Logger

    /// Creates a job with the dictionaries at hand; without the one of the texts' language terms are stems.
    ///
    /// The artifact names `producer`, the program and its version.
    public init(
        environment: TrainingEnvironment,
        lexicons: [Language: Lexicon],
        producer: String,
        metrics: MetricLog,
        logger: Logger
    ) {
        self.environment = environment
        self.lexicons = lexicons
        self.producer = producer
        self.metrics = metrics
        self.logger = logger
    }

    /// Reads, trains, writes the model and measures it on the validation channel, if there is one.
    ///
    /// - Throws: `TrainingError`; no model is left behind then.
    public func run() throws(TrainingError) {
        let hyperparameters = try Hyperparameters(environment)
        for warning in hyperparameters.warnings { logger.warning("\(warning)") }
        var configuration = hyperparameters.configuration
        var clock = StageClock(metrics)
        clock.start("read")
        let channels = try InputChannels(environment)
        configuration.analyzer.substitutions = try SubstitutionsFile.read(channels, training: channels.training())
        let prepared = try prepare(read(configuration.columns, from: channels), configuration)
        let documents = prepared.training
        let (classifier, profile) = try train(prepared, configuration, &clock)
        clock.start("write")
        var model = model(classifier, documents, configuration)
        model.profile = profile
        try write(model)
        clock.stop()
        metrics.record(Metric.jobSeconds.name, seconds: clock.total)
        if let validation = prepared.validation {
            measure(classifier, on: validation, jobs: configuration.forest.nJobs)
        }
    }

    /// Reads both channels at once, and passes over the pipes of the others.
    private func read(
        _ columns: DocumentColumns,
        from channels: InputChannels
    ) throws(TrainingError) -> (training: LabeledDocuments, validation: LabeledDocuments?) {
        let reader = DocumentReader(columns: columns)
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

    private func prepare(
        _ read: (training: LabeledDocuments, validation: LabeledDocuments?),
        _ configuration: TrainingConfiguration
    ) throws(TrainingError) -> PreparedDocuments {
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

    private func train(
        _ documents: PreparedDocuments,
        _ configuration: TrainingConfiguration,
        _ clock: inout StageClock
    ) throws(TrainingError) -> (classifier: TextClassifier, profile: TrainingProfile) {
        let parameters = TextClassifierParameters(
            analyzer: configuration.analyzer,
            tfidf: configuration.tfidf,
            forest: configuration.forest
        )
        do {
            let training = try TextClassifierTrainer(parameters, lexicons: lexicons).prepare(
                texts: documents.training.texts,
                labels: documents.training.labels,
                onStage: { clock.start($0.rawValue) },
                onWarning: { logger.warning("\($0)") }
            )
            clock.start(TrainingStage.fit.rawValue)
            let trees = try ForestGrowth(training, configuration.forest, metrics).trees(
                measuredOn: documents.validation
            )
            clock.start(TrainingStage.compile.rawValue)
            let classifier = try training.classifier(of: trees)
            let estimate = outOfBagEstimate(training, classifier, documents, configuration.forest, &clock)
            clock.start("profile")
            let profile = ProfileBuilder(classifier: classifier, threads: configuration.forest.nJobs).profile(
                training: documents.training,
                validation: documents.validation,
                estimate: estimate
            )
            clock.stop()
            describe(classifier, documents.training)
            return (classifier, profile)
        } catch {
            throw TrainingError(error)
        }
    }

    /// What the trees say of documents that they did not see, as the job or the profile needs it.
    private func outOfBagEstimate(
        _ training: TextClassifierTraining,
        _ classifier: TextClassifier,
        _ documents: PreparedDocuments,
        _ parameters: RandomForestParameters,
        _ clock: inout StageClock
    ) -> OutOfBagEstimate? {
        let isForProfile = (documents.validation?.count ?? 0) < ProfileBuilder.leastValidationDocuments
        guard parameters.bootstrap, parameters.oobScore || isForProfile else { return nil }
        clock.start("oob")
        let estimate = training.outOfBagEstimate(of: classifier)
        if parameters.oobScore {
            metrics.record(.oobAccuracy, estimate.accuracy)
            metrics.record(.oobMacroF1, estimate.macroF1)
        }
        return estimate
    }

    private func describe(_ classifier: TextClassifier, _ documents: LabeledDocuments) {
        metrics.record(.documents, count: documents.count)
        metrics.record(.labels, count: classifier.labels.count)
        metrics.record(.features, count: classifier.vectorizer.vocabulary.count)
        let language = classifier.analyzerState.language?.rawValue ?? "decided for each document"
        metrics.describe("language", language)
        logger.info("language: \(language); normalizer: \(classifier.analyzerState.parameters.normalizer.rawValue)")
    }

    private func model(
        _ classifier: TextClassifier,
        _ documents: LabeledDocuments,
        _ configuration: TrainingConfiguration
    ) -> Model {
        let counts = Dictionary(documents.labels.map { ($0, 1) }, uniquingKeysWith: +)
        let metadata = ModelMetadata(
            producer: producer,
            documents: documents.count,
            labelCounts: classifier.labels.map { counts[$0] ?? 0 },
            topK: configuration.topK
        )
        return Model(classifier: classifier, metadata: metadata)
    }

    private func write(_ model: Model) throws(TrainingError) {
        let path = environment.modelDirectory + "/" + ArtifactFormat.fileName
        try OutputFolder.create(environment.modelDirectory)
        do {
            try model.write(to: path)
        } catch {
            throw TrainingError(.system(action: "write the model", reason: "\(error)"))
        }
        logger.info("model written to \(path)")
    }

    private func measure(_ classifier: TextClassifier, on validation: LabeledDocuments, jobs: Int?) {
        let classes = Dictionary(classifier.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        var clock = StageClock(metrics)
        let pieces = ParallelLoop.ranges(of: validation.count, pieces: 64)
        clock.start("predict", of: "validation")
        let predictions = ParallelLoop(threads: jobs).map(pieces.count) { piece in
            classifier.predict(Array(validation.texts[pieces[piece]]))
        }.flatMap(\.self)
        clock.stop()
        ValidationMeasures(predictions, labels: validation.labels, classes: classes)
            .record(to: metrics.at(step: classifier.forest.trees))
    }
}
