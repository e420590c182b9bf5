internal import Calibration
internal import Dataset
internal import Evaluation
import Logging
internal import RandomForest
internal import TextClassification

/// Finds the confidence of a classifier from the votes of trees on documents that they did not see, and tells it.
struct ConfidenceFinding {
    private let parameters: ConfidenceParameters
    private let seed: UInt64
    private let threads: Int?

    init(_ configuration: TrainingConfiguration) {
        parameters = configuration.confidence
        seed = configuration.forest.randomState
        threads = configuration.forest.nJobs
    }

    /// The estimate by all trees that a job has grown; `nil`, with a line in the log, where every tree saw every document,
    /// or the job was stopped.
    func estimate(
        of forest: Forest,
        _ training: TextClassifierTraining,
        until stop: StopFlag,
        _ logger: Logger
    ) -> ConfidenceEstimate? {
        guard let sample = training.calibrationSample(of: forest, seed: seed, until: stop), !stop.isRaised else {
            logger.info("scores are votes and no answer is automatic: the training was stopped")
            return nil
        }
        guard sample.count > 0 else {
            logger.info("scores are votes and no answer is automatic: without bootstrap every tree saw every document")
            return nil
        }
        let estimate = try? ConfidenceEstimate(
            sample,
            method: parameters.calibration,
            targetPrecision: parameters.targetPrecision,
            seed: seed,
            loop: ParallelLoop(threads: threads)
        )
        guard let estimate else { return nil }
        for line in lines(estimate, labels: training.labels, documents: sample.count) { logger.info("\(line)") }
        return estimate
    }

    /// What to say of an estimate, line by line.
    func lines(_ estimate: ConfidenceEstimate, labels: [String], documents: Int) -> [String] {
        let losses = estimate.logLosses.compactMap { method, loss in
            FixedPoint.text(loss, digits: 4).map { "\(method.rawValue) \($0)" }
        }
        var lines = ["calibration: \(estimate.method.rawValue); log loss of \(losses.joined(separator: ", "))"]
        if documents < ConfidenceEstimate.leastDocuments, parameters.calibration != .uncalibrated {
            lines[0] =
                "calibration: none, since \(documents) documents are fewer than \(ConfidenceEstimate.leastDocuments)"
        }
        let grouped = labels.indices.filter { estimate.bases[$0] == .group }
        if !grouped.isEmpty {
            lines.append(
                "\(grouped.count) labels have too few documents for thresholds of their own and were tested together"
            )
        }
        for (index, label) in labels.enumerated() where estimate.bases[index] == .never {
            lines.append(
                "label \"\(label)\" is never automatic: no score shows a precision of \(parameters.targetPrecision)"
            )
        }
        return lines
    }

    /// Prints the figures of an estimate.
    func record(_ estimate: ConfidenceEstimate, labels: [String], to metrics: MetricLog) {
        metrics.record(.oobCalibrationError, Self.calibrationError(estimate.answers))
        metrics.record(.oobVoteCalibrationError, Self.calibrationError(estimate.rawAnswers))
        for (label, share) in zip(labels, AutomaticShare.byClass(estimate.answers, estimate.confidence)) {
            metrics.record(.oobLabelShare, of: label, share.share)
            if let precision = share.precision { metrics.record(.oobLabelPrecision, of: label, precision) }
        }
        let share = AutomaticShare(estimate.answers, estimate.confidence)
        metrics.record(.oobAutomaticShare, share.share)
        if let precision = share.precision { metrics.record(.oobAutomaticPrecision, precision) }
        metrics.record(.oobHoursSaved, share.hoursSavedPerThousand(minutesPerMail: parameters.minutesPerMail))
    }

    /// Prints what a classifier's scores are worth on documents that were held out; a label that training did not see
    /// is never right.
    func record(_ predictions: [Prediction], of classifier: TextClassifier, labels: [String], to metrics: MetricLog) {
        let classes = Dictionary(classifier.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        let actual = labels.map { classes[$0] ?? -1 }
        let answers = zip(predictions, actual).map { ScoredDocument($0.probabilities, actual: $1) }
        let votes = zip(predictions, actual).map { ScoredDocument($0.votes, actual: $1) }
        metrics.record(.calibrationError, Self.calibrationError(answers))
        metrics.record(.voteCalibrationError, Self.calibrationError(votes))
        guard let confidence = classifier.confidence else { return }
        let share = AutomaticShare(answers, confidence)
        metrics.record(.validationAutomaticShare, share.share)
        if let precision = share.precision { metrics.record(.validationAutomaticPrecision, precision) }
        metrics.record(.validationHoursSaved, share.hoursSavedPerThousand(minutesPerMail: parameters.minutesPerMail))
    }

    /// The expected calibration error, in as many bins as in "On Calibration of Modern Neural Networks" (Guo, 2017).
    private static func calibrationError(_ answers: [ScoredDocument]) -> Double {
        CalibrationCurve(answers.lazy.map { (Double($0.score), $0.isRight) }, bins: 15).expectedError
    }
}
