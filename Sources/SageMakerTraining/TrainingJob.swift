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
        let documents = try input.documents(configuration)
        let training = try training(on: documents.training, configuration, earlier, resources, &clock)
        clock.start(TrainingStage.fit.rawValue)
        let grown = try grow(assignment, of: training, documents.validation, configuration, earlier, resources)
        clock.stop()
        let output = ModelOutput(environment, resources, logger: logger)
        if resources.isLeader {
            try finish(grown, of: training, documents, configuration, output, &clock)
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
                training.compile()
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
        of training: TextClassifierTraining,
        _ documents: PreparedDocuments,
        _ configuration: TrainingConfiguration,
        _ output: ModelOutput,
        _ clock: inout StageClock
    ) throws(TrainingError) {
        guard let forest = grown.forest else { return }
        let classifier: TextClassifier
        do {
            classifier = try training.classifier(of: grown.withEarlier(forest))
        } catch {
            throw TrainingError(error)
        }
        if configuration.forest.oobScore { estimate(training, forest, from: grown.firstTree, &clock) }
        describe(classifier, documents.training)
        clock.start("write")
        let model = model(classifier, documents.training, configuration, treesAskedFor: grown.treesAskedFor)
        try output.write(model, grown.share)
        stop.enter(.written)
        clock.stop()
        metrics.record(Metric.jobSeconds.name, seconds: clock.total)
        if let validation = documents.validation {
            measure(classifier, on: validation, jobs: configuration.forest.nJobs)
        }
    }

    /// Measures the trees on the documents that they did not see, unless the job is stopped.
    private func estimate(
        _ training: TextClassifierTraining,
        _ forest: Forest,
        from first: Int,
        _ clock: inout StageClock
    ) {
        clock.start("oob")
        if let estimate = training.outOfBagEstimate(of: forest, from: first, until: stop.flag) {
            metrics.record(.oobAccuracy, estimate.accuracy)
            metrics.record(.oobMacroF1, estimate.macroF1)
        }
        clock.stop()
    }

    private func describe(_ classifier: TextClassifier, _ documents: LabeledDocuments) {
        metrics.record(.documents, count: documents.count)
        metrics.record(.labels, count: classifier.labels.count)
        metrics.record(.features, count: classifier.vectorizer.vocabulary.count)
        let language = classifier.analyzerState.language?.rawValue ?? "decided for each document"
        logger.info("language: \(language); normalizer: \(classifier.analyzerState.parameters.normalizer.rawValue)")
    }

    private func model(
        _ classifier: TextClassifier,
        _ documents: LabeledDocuments,
        _ configuration: TrainingConfiguration,
        treesAskedFor: Int?
    ) -> Model {
        let counts = Dictionary(documents.labels.map { ($0, 1) }, uniquingKeysWith: +)
        let metadata = ModelMetadata(
            producer: producer,
            documents: documents.count,
            labelCounts: classifier.labels.map { counts[$0] ?? 0 },
            topK: configuration.topK,
            treesAskedFor: treesAskedFor
        )
        return Model(classifier: classifier, metadata: metadata)
    }

    private func measure(_ classifier: TextClassifier, on validation: LabeledDocuments, jobs: Int?) {
        let classes = Dictionary(classifier.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        var clock = StageClock(metrics)
        let pieces = ParallelLoop.ranges(of: validation.count, pieces: 64)
        clock.start("predict", of: "validation")
        let predictions = ParallelLoop(threads: jobs).map(pieces.count, until: stop.flag) { piece in
            classifier.predict(Array(validation.texts[pieces[piece]]))
        }
        guard predictions.count == pieces.count else { return }
        clock.stop()
        ValidationMeasures(predictions.flatMap(\.self), labels: validation.labels, classes: classes).record(to: metrics)
    }
}
