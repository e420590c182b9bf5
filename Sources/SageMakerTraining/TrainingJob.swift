import AutomaticReplies
import Dataset
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
    private var metrics: MetricLog
    private let logger: Logger
    private let stop: TrainingStop

    /// Creates a job with the dictionaries at hand; without the one of the texts' language terms are stems.
    ///
    /// The artifact names `producer`, the program and its version. `stop` may ask the job to end early.
    public init(
        environment: TrainingEnvironment,
        lexicons: [Language: Lexicon],
        producer: String,
        metrics: MetricLog,
        logger: Logger,
        stop: TrainingStop = TrainingStop()
    ) {
        self.environment = environment
        self.lexicons = lexicons
        self.producer = producer
        self.metrics = metrics
        self.logger = logger
        self.stop = stop
    }

    /// Reads, trains, writes the model and measures it on the validation channel, if there is one.
    ///
    /// Of several machines each grows its share of the trees and writes a part of the model; only the first one prints
    /// metrics.
    ///
    /// - Throws: `TrainingError`; no model is left behind then.
    public func run() throws(TrainingError) -> TrainingOutcome {
        let resources = try ResourceConfiguration(environment)
        var job = self
        if !resources.isLeader { job.metrics = .silent }
        return try job.run(on: resources)
    }

    private func run(on resources: ResourceConfiguration) throws(TrainingError) -> TrainingOutcome {
        let hyperparameters = try Hyperparameters(environment)
        for warning in hyperparameters.warnings { logger.warning("\(warning)") }
        var clock = StageClock(metrics)
        clock.start("read")
        let channels = try InputChannels(environment)
        let input = try JobInput(channels, machines: resources.hosts.count, logger: logger)
        let earlier = try ModelChannel.open(channels, scratch: environment.scratchDirectory)
        let configuration = try configuration(hyperparameters, channels, earlier)
        let assignment = try TreeAssignment(
            of: resources,
            trees: configuration.forest.nEstimators,
            earlierTrees: earlier?.trees ?? 0
        )
        let policy = try ReplyPolicyFile.read(channels, training: channels.training())
        let documents = try input.documents(configuration)
        try policy?.check(labels: Set(earlier?.classifier.labels ?? documents.training.labels))
        let phrases = policy?.policy.phrases ?? []
        let training = try training(on: documents.training, configuration, phrases, earlier, resources, &clock)
        clock.start(TrainingStage.fit.rawValue)
        let grown = try grow(assignment, of: training, documents.validation, configuration, earlier, resources)
        clock.stop()
        let output = ModelOutput(environment, resources, logger: logger)
        if resources.isLeader {
            let completion = ModelCompletion(
                training: training,
                documents: documents,
                configuration: configuration,
                policy: policy,
                producer: producer,
                metrics: metrics,
                logger: logger,
                stop: stop
            )
            try finish(grown, completion, output, &clock)
        } else if let forest = grown.forest {
            try output.write(forest, grown.share)
        }
        return grown.outcome
    }

    /// What the job is to do; a model that trees are added to brings how texts become features.
    private func configuration(
        _ hyperparameters: Hyperparameters,
        _ channels: InputChannels,
        _ earlier: Model?
    ) throws(TrainingError) -> TrainingConfiguration {
        let substitutions = try SubstitutionsFile.read(channels, training: channels.training())
        guard let earlier else {
            var configuration = hyperparameters.configuration
            configuration.analyzer.substitutions = substitutions
            return configuration
        }
        let (configuration, warnings) = hyperparameters.continuing(earlier)
        for warning in warnings { logger.warning("\(warning)") }
        if !substitutions.isEmpty, substitutions != configuration.analyzer.substitutions {
            logger.warning("\(SubstitutionsFile.name) is passed over: the model of channel \"model\" has its own")
        }
        logger.info("trees are added to a model of \(earlier.trees) trees")
        return configuration
    }

    /// Makes the features, and what serving needs beside the trees, so that little is left to do once they are grown.
    private func training(
        on documents: LabeledDocuments,
        _ configuration: TrainingConfiguration,
        _ phrases: [String],
        _ earlier: Model?,
        _ resources: ResourceConfiguration,
        _ clock: inout StageClock
    ) throws(TrainingError) -> TextClassifierTraining {
        let parameters = TextClassifierParameters(
            analyzer: configuration.analyzer,
            tfidf: configuration.tfidf,
            forest: configuration.forest
        )
        let trainer = TextClassifierTrainer(parameters, lexicons: lexicons)
        do {
            if let earlier {
                return try trainer.prepare(
                    texts: documents.texts,
                    labels: documents.labels,
                    continuing: earlier.classifier,
                    onStage: { clock.start($0.rawValue) }
                )
            }
            var training = try trainer.prepare(
                texts: documents.texts,
                labels: documents.labels,
                onStage: { clock.start($0.rawValue) },
                onWarning: { logger.warning("\($0)") }
            )
            if resources.isLeader {
                clock.start(TrainingStage.compile.rawValue)
                training.compile(phrases: phrases)
            }
            return training
        } catch {
            throw TrainingError(error)
        }
    }

    private func grow(
        _ assignment: TreeAssignment,
        of training: TextClassifierTraining,
        _ validation: LabeledDocuments?,
        _ configuration: TrainingConfiguration,
        _ earlier: Model?,
        _ resources: ResourceConfiguration
    ) throws(TrainingError) -> GrownForest {
        var fingerprint = training.fingerprint
        fingerprint.add(producer)
        let share = assignment.share(of: fingerprint)
        if let line = assignment.line { logger.info("\(line)") }
        let checkpoint = try environment.checkpointFolder().map {
            ForestCheckpoint(folder: $0, host: resources.currentHost, assignment, fingerprint, logger: logger)
        }
        let growth = ForestGrowth(
            training,
            assignment.range,
            after: earlier?.classifier.forest,
            checkpoint: checkpoint,
            threads: configuration.forest.nJobs,
            metrics: metrics,
            stop: stop
        )
        do {
            let forest = try growth.forest(measuredOn: resources.isLeader ? validation : nil)
            return GrownForest(forest: forest, share: share, earlier: resources.isLeader ? earlier : nil)
        } catch {
            throw TrainingError(error)
        }
    }

    /// Writes the model, or the first part of it, and measures it.
    private func finish(
        _ grown: GrownForest,
        _ completion: ModelCompletion,
        _ output: ModelOutput,
        _ clock: inout StageClock
    ) throws(TrainingError) {
        guard let forest = grown.forest else { return }
        let model = try completion.model(of: grown, forest, &clock)
        clock.start("write")
        try output.write(model, grown.share)
        stop.enter(.written)
        clock.stop()
        metrics.record(Metric.jobSeconds.name, seconds: clock.total)
        completion.measure(model.classifier)
        completion.report(on: model, grown, forest, to: environment.outputDataDirectory)
    }
}
