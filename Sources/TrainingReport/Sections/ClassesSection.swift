internal import Evaluation
internal import JSON

extension ReportSection {
    /// Precision, recall and F1 of each class, the weakest first.
    static func classes(_ content: ReportContent, _ measures: ReportMeasures) -> ReportSection {
        let all = measures.report.classes
        let weakestFirst = all.indices.sorted { all[$0].f1 == all[$1].f1 ? $0 < $1 : all[$0].f1 < all[$1].f1 }
        let rows = weakestFirst.map { index in
            let support = "(\(ReportNumber.count(all[index].support)))"
            let values = [all[index].precision, all[index].recall, all[index].f1]
            return BarPlot.Row(
                measures.classes[index],
                detail: support,
                values.map { BarPlot.Bar($0, ReportNumber.percent($0)) }
            )
        }
        let plot = ReportPlot(
            name: "classes",
            title: "Precision, recall and F1 of each label",
            kind: .bars(BarPlot(rowTitle: "Label (documents)", series: ["Precision", "Recall", "F1"], rows: rows))
        )
        return ReportSection(
            id: "classes",
            title: "Labels",
            caption: "Precision: of the documents given this label, the share that is of it. Recall: of its documents, "
                + "the share that was given it. F1 is their harmonic mean. The weakest labels come first; in brackets "
                + "the measured documents of the label.",
            blocks: [.plot(plot)],
            metrics: .array(
                all.indices.map { index in
                    [
                        "label": .string(measures.classes[index]),
                        "documents": .count(all[index].support),
                        "given": .count(measures.matrix.predictions(of: index)),
                        "precision": ReportNumber.json(all[index].precision),
                        "recall": ReportNumber.json(all[index].recall),
                        "f1": ReportNumber.json(all[index].f1),
                    ]
                }
            )
        )
    }
}
