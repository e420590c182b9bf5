internal import JSON

extension ReportSection {
    /// The documents that were most surely classified wrong.
    static func mistakes(_ content: ReportContent) -> ReportSection {
        ReportSection(
            id: "mistakes",
            title: "Sure and wrong",
            caption:
                "The \(ReportNumber.count(content.mistakes.count)) wrong answers with the highest scores. Many of them "
                + "are documents with a doubtful label, or with two subjects. Personal data that has a shape, numbers, "
                + "links, quoted replies and signatures are masked or left out; names of people are not recognised.",
            blocks: content.mistakes.isEmpty
                ? [.note("No document was given a wrong label.")] : [.documents(content.mistakes)],
            metrics: .array(
                content.mistakes.map { mistake in
                    [
                        "label": .string(mistake.actual), "given": .string(mistake.given),
                        "score": ReportNumber.json(mistake.score),
                        "score_of_label": ReportNumber.json(mistake.scoreOfActual), "text": .string(mistake.text),
                    ]
                }
            )
        )
    }
}
