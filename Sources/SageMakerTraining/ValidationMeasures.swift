import Evaluation
import TextClassification

/// How well a classifier does on labelled documents that it was not trained on.
struct ValidationMeasures {
    private let report: ClassificationReport
    private let logLoss: LogLoss
    private let unknownLabels: Int
    private let labels: [String]

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
        self.labels = classes.sorted { $0.value < $1.value }.map(\.key)
    }

    /// Prints all measures, one a line.
    func record(to metrics: MetricLog) {
        metrics.record(.validationDocuments, count: report.support)
        if unknownLabels > 0 { metrics.record(.unknownLabels, count: unknownLabels) }
        for (label, measures) in zip(labels, report.classes) {
            metrics.record(.precision, of: label, measures.precision)
            metrics.record(.recall, of: label, measures.recall)
            metrics.record(.f1, of: label, measures.f1)
        }
        recordObjectives(to: metrics)
    }

    /// Prints the measures that a tuner may watch.
    func recordObjectives(to metrics: MetricLog) {
        metrics.record(.accuracy, report.accuracy)
        metrics.record(.macroF1, report.macroF1)
        metrics.record(.weightedF1, report.weightedF1)
        metrics.record(.logLoss, logLoss.value)
    }
}
