internal import Evaluation
internal import JSON

extension ReportSection {
    /// How far scores are probabilities.
    static func calibration(_ measures: ReportMeasures) -> ReportSection {
        let curve = measures.calibration
        return ReportSection(
            id: "calibration",
            title: "Calibration",
            caption:
                "Documents in ten bins by the score of their answer. On the dashed line a score is the share that is "
                + "right; above it scores are too low, below it too high. Larger dots stand for more documents. The "
                + "expected calibration error, the mean distance from the line weighted by documents, is "
                + "\(ReportNumber.percent(curve.expectedError)).",
            blocks: [.plot(plot(curve)), .table(table(curve))],
            metrics: [
                "expected_error": ReportNumber.json(curve.expectedError),
                "greatest_error": ReportNumber.json(curve.greatestError),
                "bins": .array(curve.bins.map(metrics)),
            ]
        )
    }

    private static func plot(_ curve: CalibrationCurve) -> ReportPlot {
        let most = Double(curve.bins.map(\.count).max() ?? 0)
        let line = curve.bins.filter { $0.count > 0 }.map { bin in
            LinePlot.Point(
                x: bin.meanScore,
                y: bin.accuracy,
                weight: Double(bin.count) / most,
                note: "\(ReportNumber.count(bin.count, "document")): score \(ReportNumber.percent(bin.meanScore)), "
                    + "right \(ReportNumber.percent(bin.accuracy))"
            )
        }
        return ReportPlot(
            name: "calibration",
            title: "Reliability diagram",
            kind: .lines(
                LinePlot(
                    xAxis: .init("mean score", from: 0, to: 1, .share),
                    yAxis: .init("right", from: 0, to: 1, .share),
                    line: line,
                    hasDots: true,
                    guide: [.init(x: 0, y: 0), .init(x: 1, y: 1)]
                )
            )
        )
    }

    private static func table(_ curve: CalibrationCurve) -> ReportTable {
        ReportTable(
            title: "Bins of the reliability diagram",
            columns: [.text("Score"), .number("Documents"), .number("Mean score"), .number("Right")],
            rows: curve.bins.map { bin in
                let range = "\(ReportNumber.fixed(bin.lower, digits: 1))–\(ReportNumber.fixed(bin.upper, digits: 1))"
                return [
                    .text(range), .number(ReportNumber.count(bin.count)),
                    .number(bin.count == 0 ? "–" : ReportNumber.percent(bin.meanScore)),
                    .number(bin.count == 0 ? "–" : ReportNumber.percent(bin.accuracy)),
                ]
            }
        )
    }

    private static func metrics(_ bin: CalibrationCurve.Bin) -> JSONValue {
        [
            "from": ReportNumber.json(bin.lower), "to": ReportNumber.json(bin.upper), "documents": .count(bin.count),
            "mean_score": bin.count == 0 ? .null : ReportNumber.json(bin.meanScore),
            "accuracy": bin.count == 0 ? .null : ReportNumber.json(bin.accuracy),
        ]
    }
}
