internal import Evaluation

/// The measures of a report's classifications, computed once for all sections.
struct ReportMeasures {
    /// The labels, and one name more when there are documents of labels that the model does not know.
    let classes: [String]
    let matrix: ConfusionMatrix
    let report: ClassificationReport
    let coverage: CoverageCurve
    let calibration: CalibrationCurve
    let logLoss: Double

    init(_ content: ReportContent) {
        // A class past the labels counts in every mean, as in the metrics that a job prints.
        let known = content.labels.count
        let unknown = content.classifications.contains { $0.actual >= known }
        classes = content.labels + (unknown ? ["(a label that training did not see)"] : [])
        var matrix = ConfusionMatrix(classCount: classes.count)
        var loss = LogLoss()
        for document in content.classifications where classes.indices.contains(document.predicted) {
            matrix.add(actual: min(max(document.actual, 0), known), predicted: document.predicted)
            loss.add(Double(document.probabilityOfActual))
        }
        let scored = content.classifications.map { (score: Double($0.score), isCorrect: $0.isCorrect) }
        self.matrix = matrix
        report = ClassificationReport(matrix)
        coverage = CoverageCurve(scored)
        calibration = CalibrationCurve(scored)
        logLoss = loss.value
    }
}
