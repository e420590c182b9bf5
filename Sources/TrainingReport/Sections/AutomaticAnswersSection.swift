internal import Evaluation
internal import JSON

extension ReportSection {
    /// What a reply policy with `min_confidence` `auto` would answer without an analyst; `nil` where no score is known to
    /// be safe.
    static func automaticAnswers(_ content: ReportContent) -> ReportSection? {
        guard let rules = content.automaticAnswers else { return nil }
        let counts = rules.counts(content.classifications)
        let total = AutomaticAnswers.total(counts)
        return ReportSection(
            id: "automatic_answers",
            title: "Automatic answers",
            caption:
                "Answers whose score is at least the threshold of their label, which was chosen for a precision of "
                + "\(ReportNumber.percent(rules.targetPrecision)). A label without a threshold is never automatic: too "
                + "few of its documents are right at any score. Hours are those of analysts among 1,000 e-mails, at "
                + "\(ReportNumber.fixed(rules.minutesPerMail, digits: 1)) minutes for each.",
            blocks: [.facts(facts(rules, total)), .table(table(rules, counts, content.labels))],
            metrics: metrics(rules, counts, total)
        )
    }

    private static func facts(_ rules: AutomaticAnswers, _ total: AutomaticAnswers.Count) -> [ReportFact] {
        [
            ReportFact("Automatic", ReportNumber.percent(total.share), detail: "of all answers"),
            ReportFact(
                "Right among them",
                ReportNumber.percent(total.precision),
                detail: "target \(ReportNumber.percent(rules.targetPrecision))"
            ),
            ReportFact(
                "Hours saved",
                ReportNumber.fixed(rules.hoursSavedPerThousand(total), digits: 1),
                detail: "per 1,000 e-mails"
            ),
        ]
    }

    private static func table(
        _ rules: AutomaticAnswers,
        _ counts: [AutomaticAnswers.Count],
        _ labels: [String]
    ) -> ReportTable {
        ReportTable(
            title: "Automatic answers by label",
            columns: [
                .text("Label"), .number("Threshold"), .number("Answers"), .number("Automatic"), .number("Right"),
                .number("Hours saved"),
            ],
            rows: zip(labels.indices, labels).map { index, label in
                let hours = Double(counts[index].automatic) * rules.minutesPerMail / 60
                return [
                    .text(label),
                    .number(rules.thresholds[index].map { ReportNumber.fixed(Double($0), digits: 3) } ?? "never"),
                    .number(ReportNumber.count(counts[index].documents)),
                    .number(ReportNumber.percent(counts[index].share)),
                    .number(ReportNumber.percent(counts[index].precision)),
                    .number(ReportNumber.fixed(hours, digits: 1)),
                ]
            }
        )
    }

    private static func metrics(
        _ rules: AutomaticAnswers,
        _ counts: [AutomaticAnswers.Count],
        _ total: AutomaticAnswers.Count
    ) -> JSONValue {
        [
            "target_precision": ReportNumber.json(rules.targetPrecision),
            "minutes_per_mail": ReportNumber.json(rules.minutesPerMail),
            "hours_saved_per_1000": ReportNumber.json(rules.hoursSavedPerThousand(total)),
            "all": metrics(total, threshold: nil),
            "labels": .array(counts.indices.map { metrics(counts[$0], threshold: .some(rules.thresholds[$0])) }),
        ]
    }

    /// The inner `nil` stands for a label that is never automatic, the outer one for all labels.
    private static func metrics(_ count: AutomaticAnswers.Count, threshold: Float??) -> JSONValue {
        var object = JSONObject()
        if let threshold { object["threshold"] = ReportNumber.json(threshold.map(Double.init)) }
        object["answers"] = .count(count.documents)
        object["automatic"] = .count(count.automatic)
        object["share"] = ReportNumber.json(count.share)
        object["precision"] = ReportNumber.json(count.precision)
        return .object(object)
    }
}
