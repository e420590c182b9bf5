internal import Evaluation
internal import JSON

extension ReportSection {
    /// The precisions that the table looks up.
    private static let goals = [0.8, 0.9, 0.95, 0.98, 0.99]
    /// The number of thresholds in `metrics.json`, from 0 to 1.
    private static let steps = 100

    /// What answering only the surer documents gains and loses.
    static func coverage(_ measures: ReportMeasures) -> ReportSection {
        let thresholds = (0...steps).map { Double($0) / Double(steps) }
        let points = thresholds.map(measures.coverage.point)
        return ReportSection(
            id: "coverage",
            title: "Automatic share and precision",
            caption:
                "When only documents with a score of at least t are answered, fewer are answered and more of those "
                + "are right. To the right more is answered; a good curve stays high for long.",
            blocks: [.plot(plot(points)), .table(table(measures.coverage))],
            metrics: [
                "thresholds": .array(zip(thresholds, points).map(metrics)),
                "at_precision": .array(goals.map { metrics($0, measures.coverage.point(atPrecision: $0)) }),
            ]
        )
    }

    private static func plot(_ points: [CoverageCurve.Point]) -> ReportPlot {
        let line = points.reversed().compactMap { point in
            point.precision.map { precision in
                LinePlot.Point(
                    x: point.coverage,
                    y: precision,
                    note: "t \(ReportNumber.fixed(point.threshold, digits: 2))"
                )
            }
        }
        let least = AxisTicks.floor(line.map(\.y).min() ?? 0, step: 0.05)
        return ReportPlot(
            name: "coverage",
            title: "Share of documents answered against precision",
            kind: .lines(
                LinePlot(
                    xAxis: .init("documents answered", from: 0, to: 1, .share),
                    yAxis: .init("right among those", from: least >= 1 ? 0.9 : least, to: 1, .share),
                    line: line
                )
            )
        )
    }

    private static func table(_ curve: CoverageCurve) -> ReportTable {
        ReportTable(
            title: "What each precision costs",
            columns: [.text("Precision of"), .number("Score t from"), .number("Answered"), .number("Left to people")],
            rows: goals.map { goal in
                guard let point = curve.point(atPrecision: goal) else {
                    return [.text(ReportNumber.percent(goal)), .number("–"), .number("not reached"), .number("–")]
                }
                return [
                    .text(ReportNumber.percent(goal)), .number(ReportNumber.fixed(point.threshold, digits: 3)),
                    .number(ReportNumber.percent(point.coverage)),
                    .number(ReportNumber.count(curve.documents - point.answered)),
                ]
            }
        )
    }

    private static func metrics(_ threshold: Double, _ point: CoverageCurve.Point) -> JSONValue {
        [
            "threshold": ReportNumber.json(threshold), "answered": .count(point.answered),
            "coverage": ReportNumber.json(point.coverage), "precision": ReportNumber.json(point.precision),
        ]
    }

    private static func metrics(_ goal: Double, _ point: CoverageCurve.Point?) -> JSONValue {
        [
            "precision": ReportNumber.json(goal), "threshold": ReportNumber.json(point?.threshold),
            "coverage": ReportNumber.json(point?.coverage),
        ]
    }
}
