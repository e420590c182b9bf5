internal import Evaluation
internal import JSON

extension ReportSection {
    /// The most pairs of labels in the table.
    private static let mostPairs = 20

    /// The confusion matrix and the pairs that are most often confused.
    static func confusions(_ measures: ReportMeasures) -> ReportSection {
        let entries = measures.matrix.entries
        var blocks: [ReportBlock] = []
        if measures.classes.count <= MatrixPlot.mostClasses {
            blocks.append(.plot(plot(measures, entries)))
        } else {
            blocks.append(
                .note(
                    "With \(ReportNumber.count(measures.classes.count)) labels the matrix is too large to be read; "
                        + "metrics.json has all of it."
                )
            )
        }
        let pairs = measures.matrix.confusions
        blocks.append(pairs.isEmpty ? .note("No document was given a wrong label.") : .table(table(measures, pairs)))
        return ReportSection(
            id: "confusions",
            title: "Confusions",
            caption:
                "Each row is a label as it is, each column a label as it was given; the columns have the numbers of "
                + "the rows. The darker a cell, the greater its share of the row: blue is right, orange is wrong. "
                + "Below stand the commonest confusions, at most "
                + "\(mostPairs).",
            blocks: blocks,
            metrics: [
                "classes": .array(measures.classes.map(JSONValue.string)), "entries": .array(entries.map(metrics)),
            ]
        )
    }

    private static func plot(_ measures: ReportMeasures, _ entries: [ConfusionMatrix.Entry]) -> ReportPlot {
        ReportPlot(
            name: "confusions",
            title: "Confusion matrix",
            kind: .matrix(MatrixPlot(classes: measures.classes, entries: entries))
        )
    }

    private static func table(_ measures: ReportMeasures, _ pairs: [ConfusionMatrix.Entry]) -> ReportTable {
        ReportTable(
            title: "The commonest confusions",
            columns: [.text("Is"), .text("Was given"), .number("Documents"), .number("Of its label")],
            rows: pairs.prefix(mostPairs).map { pair in
                let support = measures.report.classes[pair.actual].support
                let share = support == 0 ? 0 : Double(pair.count) / Double(support)
                return [
                    .text(measures.classes[pair.actual]), .text(measures.classes[pair.predicted]),
                    .number(ReportNumber.count(pair.count)), .number(ReportNumber.percent(share)),
                ]
            }
        )
    }

    private static func metrics(_ entry: ConfusionMatrix.Entry) -> JSONValue {
        [.count(entry.actual), .count(entry.predicted), .count(entry.count)]
    }
}
