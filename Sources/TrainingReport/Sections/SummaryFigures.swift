internal import Evaluation
internal import JSON

/// The figures at the top.
enum SummaryFigures {
    static func facts(_ content: ReportContent, _ measures: ReportMeasures) -> [ReportFact] {
        guard !content.classifications.isEmpty else { return [ReportFact("Measured documents", "0")] }
        let most = measures.report.classes.map(\.support).max() ?? 0
        let share = Double(most) / Double(content.classifications.count)
        return [
            ReportFact(
                "Accuracy",
                ReportNumber.percent(measures.report.accuracy),
                detail: "the commonest label alone: \(ReportNumber.percent(share))"
            ),
            ReportFact("Macro F1", ReportNumber.percent(measures.report.macroF1), detail: "mean over labels"),
            ReportFact("Weighted F1", ReportNumber.percent(measures.report.weightedF1), detail: "mean over documents"),
            ReportFact("Log loss", ReportNumber.fixed(measures.logLoss, digits: 3), detail: "0 is best"),
            ReportFact(
                "Calibration error",
                ReportNumber.percent(measures.calibration.expectedError),
                detail: "0% is best"
            ),
            ReportFact(
                "Measured",
                ReportNumber.count(content.classifications.count),
                detail: content.source == .validation ? "held-out documents" : "documents, out of bag"
            ),
        ]
    }

    static func metrics(_ content: ReportContent, _ measures: ReportMeasures) -> JSONValue {
        [
            "documents": .number(JSONNumber(content.classifications.count)),
            "correct": .number(JSONNumber(measures.matrix.correct)),
            "accuracy": ReportNumber.json(measures.report.accuracy),
            "macro_f1": ReportNumber.json(measures.report.macroF1),
            "weighted_f1": ReportNumber.json(measures.report.weightedF1),
            "log_loss": ReportNumber.json(measures.logLoss),
            "expected_calibration_error": ReportNumber.json(measures.calibration.expectedError),
            "greatest_calibration_error": ReportNumber.json(measures.calibration.greatestError),
        ]
    }
}

extension JSONValue {
    /// A whole number.
    static func count(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
