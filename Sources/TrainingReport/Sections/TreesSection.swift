internal import JSON

extension ReportSection {
    /// The accuracy against the number of trees.
    static func trees(_ content: ReportContent) -> ReportSection {
        let values = content.trees.map(\.accuracy)
        let plot = ReportPlot(
            name: "trees",
            title: "Accuracy against the number of trees",
            kind: .lines(
                LinePlot(
                    xAxis: .init("trees", from: 0, to: Double(content.trees.last?.trees ?? 1), .count),
                    yAxis: .init(
                        "accuracy",
                        from: AxisTicks.floor(values.min() ?? 0, step: 0.1),
                        to: min(1, AxisTicks.floor(values.max() ?? 1, step: 0.1) + 0.1),
                        .share
                    ),
                    line: content.trees.map { point in
                        LinePlot.Point(
                            x: Double(point.trees),
                            y: point.accuracy,
                            note: "\(ReportNumber.count(point.trees, "tree")): \(ReportNumber.percent(point.accuracy))"
                        )
                    },
                    hasDots: true
                )
            )
        )
        return ReportSection(
            id: "trees",
            title: "Number of trees",
            caption:
                "The accuracy of the votes of the forest's first trees, without calibration. Where the curve is flat, more trees bring time and size "
                + "and little else; where it still climbs, raise n_estimators.",
            blocks: [.plot(plot), .table(table(content.trees))],
            metrics: .array(
                content.trees.map { point in
                    [
                        "trees": .count(point.trees), "documents": .count(point.documents),
                        "accuracy": ReportNumber.json(point.accuracy),
                    ]
                }
            )
        )
    }

    /// The most rows of the table; `metrics.json` has every point.
    private static let mostRows = 9

    private static func table(_ points: [ReportContent.TreePoint]) -> ReportTable {
        let step = max(1, (points.count + mostRows - 2) / (mostRows - 1))
        let shown = points.indices.filter { $0 == points.count - 1 || $0.isMultiple(of: step) }
        return ReportTable(
            title: "Accuracy by number of trees",
            columns: [.number("Trees"), .number("Documents"), .number("Accuracy")],
            rows: shown.map { index in
                let point = points[index]
                return [
                    .number(ReportNumber.count(point.trees)), .number(ReportNumber.count(point.documents)),
                    .number(ReportNumber.percent(point.accuracy)),
                ]
            }
        )
    }
}
