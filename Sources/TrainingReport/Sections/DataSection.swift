internal import JSON

extension ReportSection {
    /// What is known of the documents.
    static func data(_ content: ReportContent) -> ReportSection {
        let data = content.data
        var blocks: [ReportBlock] = [
            .facts(facts(data)), .plot(labels(content)), .plot(lengths(data)),
        ]
        blocks += data.notes.map(ReportBlock.note)
        return ReportSection(
            id: "data",
            title: "Documents",
            caption:
                "What was learned from. Lengths are in characters. Languages are told from the commonest words of at "
                + "most 5,000 documents, spread evenly; short texts often do not tell.",
            blocks: blocks,
            metrics: [
                "training": metrics(data.training, content.labels),
                "validation": data.validation.map { metrics($0, content.labels) } ?? .null,
                "features": .count(data.features),
                "documents_without_terms": .count(data.withoutTerms),
                "notes": .array(data.notes.map(JSONValue.string)),
            ]
        )
    }

    private static func facts(_ data: DataFacts) -> [ReportFact] {
        let lengths = data.training.lengths
        let told = max(1, data.training.languages.reduce(0) { $0 + $1.count })
        var facts = [
            ReportFact("Documents", ReportNumber.count(lengths.count), detail: "learned from"),
            ReportFact("Labels", ReportNumber.count(data.training.labelCounts.count)),
            ReportFact("Terms", ReportNumber.count(data.features), detail: "words and n-grams of the model"),
            ReportFact(
                "Empty",
                share(lengths.empty, of: lengths.count),
                detail: ReportNumber.count(lengths.empty, "document")
            ),
            ReportFact(
                "Without any term",
                share(data.withoutTerms, of: lengths.count),
                detail: ReportNumber.count(data.withoutTerms, "document")
            ),
            ReportFact(
                "Median length",
                ReportNumber.count(lengths.quantile(0.5)),
                detail: "mean \(ReportNumber.count(Int(lengths.mean.rounded())))"
            ),
            ReportFact(
                "Longest",
                ReportNumber.count(lengths.quantile(1)),
                detail: "9 of 10 up to \(ReportNumber.count(lengths.quantile(0.9)))"
            ),
        ]
        for language in data.training.languages where language.count > 0 {
            facts.append(
                ReportFact(
                    language.name,
                    share(language.count, of: told),
                    detail: ReportNumber.count(language.count, "document")
                )
            )
        }
        return facts
    }

    private static func share(_ count: Int, of total: Int) -> String {
        ReportNumber.percent(total == 0 ? 0 : Double(count) / Double(total))
    }

    private static func labels(_ content: ReportContent) -> ReportPlot {
        let counts = content.data.training.labelCounts
        let commonestFirst = counts.indices.sorted { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
        let rows = commonestFirst.map { (content.labels.indices.contains($0) ? content.labels[$0] : "", counts[$0]) }
        return countPlot(name: "documents", title: "Training documents of each label", rowTitle: "Label", rows: rows)
    }

    private static func lengths(_ data: DataFacts) -> ReportPlot {
        let rows = zip(TextLengths.binNames, data.training.lengths.histogram).map { ($0, $1) }
        return countPlot(
            name: "lengths",
            title: "Lengths of the training documents",
            rowTitle: "Characters",
            rows: rows
        )
    }

    private static func countPlot(name: String, title: String, rowTitle: String, rows: [(String, Int)]) -> ReportPlot {
        let most = Double(max(1, rows.map(\.1).max() ?? 1))
        return ReportPlot(
            name: name,
            title: title,
            kind: .bars(
                BarPlot(
                    rowTitle: rowTitle,
                    series: ["Documents"],
                    rows: rows.map { BarPlot.Row($0.0, [BarPlot.Bar(Double($0.1) / most, ReportNumber.count($0.1))]) }
                )
            )
        )
    }

    private static func metrics(_ facts: DocumentFacts, _ labels: [String]) -> JSONValue {
        let lengths = facts.lengths
        return [
            "documents": .count(lengths.count),
            "empty": .count(lengths.empty),
            "label_counts": .array(
                zip(labels, facts.labelCounts).map { ["label": .string($0), "documents": .count($1)] }
            ),
            "characters": [
                "mean": ReportNumber.json(lengths.mean), "least": .count(lengths.quantile(0)),
                "median": .count(lengths.quantile(0.5)), "p90": .count(lengths.quantile(0.9)),
                "p99": .count(lengths.quantile(0.99)), "greatest": .count(lengths.quantile(1)),
                "bounds": .array(TextLengths.bounds.map(JSONValue.count)),
                "histogram": .array(lengths.histogram.map(JSONValue.count)),
            ],
            "languages": .array(
                facts.languages.map { ["language": .string($0.name), "documents": .count($0.count)] }
            ),
        ]
    }
}
