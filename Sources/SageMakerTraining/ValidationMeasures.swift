import Evaluation
import TextClassification

/// How well a classifier does on labelled documents that it was not trained on.
struct ValidationMeasures {
    private let report: ClassificationReport
    private let logLoss: LogLoss
    private let unknownLabels: Int

    /// Compares predictions with labels; a label that training did not see counts as one more class, which is never met.
    init(_ predictions: [Prediction], labels: [String], classes: [String: Int]) {
        var matrix = ConfusionMatrix(classCount: classes.count + 1)
        var logLoss = LogLoss()
        var unknownLabels = 0
        for (prediction, label) in zip(predictions, labels) {
            let actual = classes[label] ?? classes.count
            matrix.add(actual: actual, predicted: prediction.bestClass ?? classes.count)
            if actual == classes.count { unknownLabels += 1 }
            logLoss.add(actual < classes.count ? Double(prediction.probabilities[actual]) : 0)
        }
        report = ClassificationReport(matrix)
        self.logLoss = logLoss
        self.unknownLabels = unknownLabels
    }

    /// Prints the measures, one a line.
    func record(to metrics: MetricLog) {
        metrics.record("validation:documents", count: report.support)
        if unknownLabels > 0 { metrics.record("validation:documents_with_unknown_label", count: unknownLabels) }
        metrics.record("validation:accuracy", report.accuracy)
        metrics.record("validation:macro_f1", report.macroF1)
        metrics.record("validation:weighted_f1", report.weightedF1)
        metrics.record("validation:log_loss", logLoss.value)
    }
}
