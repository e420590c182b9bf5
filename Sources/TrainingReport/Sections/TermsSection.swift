internal import Evaluation
internal import JSON

extension ReportSection {
    /// The most telling terms of each label.
    static func terms(_ content: ReportContent) -> ReportSection {
        let rows = zip(content.labels, content.terms).map { label, terms in
            [ReportTable.Cell.text(label), .terms(terms.map(fact))]
        }
        return ReportSection(
            id: "terms",
            title: "Most telling terms",
            caption:
                "Terms that stand in a greater share of the label's training documents than of the others', ordered "
                + "by chi-square of documents with and without the term. The number is the share of the label's "
                + "documents that hold it. They describe the documents, not how the forest decides.",
            blocks: [
                .table(ReportTable(title: "Most telling terms", columns: [.text("Label"), .text("Terms")], rows: rows))
            ],
            metrics: .array(
                zip(content.labels, content.terms).map { label, terms in
                    ["label": .string(label), "terms": .array(terms.map(metrics))]
                }
            )
        )
    }

    private static func fact(_ term: ReportContent.Term) -> ReportFact {
        ReportFact(
            term.term,
            ReportNumber.fixed(term.counts.share * 100, digits: 0) + "%",
            detail:
                "in \(ReportNumber.count(term.counts.holding)) of \(ReportNumber.count(term.counts.members)), of other "
                + "labels in \(ReportNumber.count(term.counts.othersHolding)) of "
                + "\(ReportNumber.count(term.counts.others))"
        )
    }

    private static func metrics(_ term: ReportContent.Term) -> JSONValue {
        [
            "term": .string(term.term), "documents": .count(term.counts.holding),
            "documents_of_others": .count(term.counts.othersHolding),
            "share": ReportNumber.json(term.counts.share),
            "share_of_others": ReportNumber.json(term.counts.othersShare),
            "chi_square": ReportNumber.json(term.counts.chiSquare),
        ]
    }
}
