internal import AutomaticReplies
internal import Calibration
internal import Dataset
internal import DriftDetection
internal import FeatureExtraction
internal import Logging
internal import ModelArtifact
internal import RandomForest
internal import TextAnalysis
internal import TextClassification

/// Makes a model of the trees that were grown, and measures it.
struct ModelCompletion {
    let training: TextClassifierTraining
    let documents: PreparedDocuments
    let configuration: TrainingConfiguration
    let policy: ReplyPolicyFile?
    let producer: String
    let metrics: MetricLog
    let logger: Logger
    let stop: TrainingStop

    /// The model of these trees, behind those of an earlier model if there is one.
    ///
    /// - Throws: `TrainingError` when the trees don't belong to the training.
    func model(
        of grown: GrownForest,
        _ forest: Forest,
        _ clock: inout StageClock
    ) throws(TrainingError) -> Model {
        if configuration.forest.oobScore { estimate(forest, from: grown.firstTree, &clock) }
        do {
            var classifier = try training.classifier(of: grown.withEarlier(forest))
            classifier = try classifier.with(confidence(of: grown, forest, &clock))
            describe(classifier)
            var model = Model(classifier: classifier, metadata: metadata(treesAskedFor: grown.treesAskedFor))
            model.replyPolicy = policy?.policy ?? grown.earlier?.replyPolicy
            model.profile = profile(of: classifier, forest, from: grown.firstTree, &clock)
            for note in policy?.notes(on: model) ?? [] { logger.info("\(note)") }
            return model
        } catch {
            throw TrainingError(error)
        }
    }

    /// Measures the trees on the documents that they did not see, unless the job is stopped.
    private func estimate(_ forest: Forest, from first: Int, _ clock: inout StageClock) {
        clock.start("oob")
        if let estimate = training.outOfBagEstimate(of: forest, from: first, until: stop.flag) {
            metrics.record(.oobAccuracy, estimate.accuracy)
            metrics.record(.oobMacroF1, estimate.macroF1)
        }
        clock.stop()
    }

    /// How sure the model's answers are.
    ///
    /// An earlier model's trees did not see these documents in the same way, so its own confidence stays where trees are
    /// added to it.
    private func confidence(of grown: GrownForest, _ forest: Forest, _ clock: inout StageClock) -> Confidence? {
        if let earlier = grown.earlier {
            logger.info("scores stay calibrated as in the model of channel \"\(ModelChannel.name)\"")
            return earlier.confidence
        }
        clock.start("calibrate")
        defer { clock.stop() }
        let finding = ConfidenceFinding(configuration)
        guard let estimate = finding.estimate(of: forest, training, until: stop.flag, logger) else { return nil }
        finding.record(estimate, labels: training.labels, to: metrics)
        return estimate.confidence
    }

    /// What the documents look like, unless the job is stopped; its scores are those that are served.
    private func profile(
        of classifier: TextClassifier,
        _ forest: Forest,
        from first: Int,
        _ clock: inout StageClock
    ) -> TrainingProfile? {
        guard !stop.isRequested else { return nil }
        clock.start("profile")
        defer { clock.stop() }
        let builder = ProfileBuilder(classifier: classifier, threads: configuration.forest.nJobs)
        let hasValidation = documents.validation.map { $0.count >= ProfileBuilder.leastValidationDocuments } ?? false
        let calibrator = classifier.confidence?.calibrator
        let answers =
            hasValidation || !configuration.forest.bootstrap
            ? nil
            : training.outOfBagAnswers(
                of: forest,
                from: first,
                documents: ProfileBuilder.sample(Array(documents.training.texts.indices)),
                until: stop.flag
            ) { calibrator?.apply(to: &$0) }
        guard !stop.isRequested else { return nil }
        return builder.profile(training: documents.training, validation: documents.validation, answers: answers)
    }

    private func describe(_ classifier: TextClassifier) {
        metrics.record(.documents, count: documents.training.count)
        metrics.record(.labels, count: classifier.labels.count)
        metrics.record(.features, count: classifier.vectorizer.vocabulary.count)
        let language = classifier.analyzerState.language?.rawValue ?? "decided for each document"
        metrics.describe("language", language)
        logger.info("language: \(language); normalizer: \(classifier.analyzerState.parameters.normalizer.rawValue)")
    }

    private func metadata(treesAskedFor: Int?) -> ModelMetadata {
        let counts = Dictionary(documents.training.labels.map { ($0, 1) }, uniquingKeysWith: +)
        return ModelMetadata(
            producer: producer,
            documents: documents.training.count,
            labelCounts: training.labels.map { counts[$0] ?? 0 },
            topK: configuration.topK,
            treesAskedFor: treesAskedFor
        )
    }

    /// Measures the model on the validation documents, if there are some, unless the job is stopped.
    func measure(_ classifier: TextClassifier) {
        guard let validation = documents.validation else { return }
        let classes = Dictionary(classifier.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        var clock = StageClock(metrics)
        let pieces = ParallelLoop.ranges(of: validation.count, pieces: 64)
        clock.start("predict", of: "validation")
        let answers = ParallelLoop(threads: configuration.forest.nJobs).map(pieces.count, until: stop.flag) { piece in
            classifier.predict(Array(validation.texts[pieces[piece]]))
        }
        guard answers.count == pieces.count else { return }
        clock.stop()
        let predictions = answers.flatMap(\.self)
        ValidationMeasures(predictions, labels: validation.labels, classes: classes)
            .record(to: metrics.at(step: classifier.forest.trees))
        ConfidenceFinding(configuration).record(predictions, of: classifier, labels: validation.labels, to: metrics)
    }

    /// Writes the report, if it is wanted, unless the job is stopped.
    func report(on model: Model, _ grown: GrownForest, _ forest: Forest, to folder: String) {
        guard configuration.writesReport, !stop.isRequested else { return }
        var clock = StageClock(metrics)
        clock.start("report")
        let gathering = ReportGathering(
            training: training,
            classifier: model.classifier,
            newTrees: forest,
            firstTree: grown.firstTree,
            documents: documents,
            configuration: configuration,
            producer: producer
        )
        TrainingReporter(gathering).write(to: folder, logger: logger)
        clock.stop()
    }
}
