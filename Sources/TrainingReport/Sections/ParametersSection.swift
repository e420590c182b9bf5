internal import JSON

extension ReportSection {
    /// The longest value in the page, in characters; `metrics.json` has the whole.
    private static let longestValue = 200

    /// The hyperparameters that decide the model.
    static func parameters(_ content: ReportContent) -> ReportSection {
        let given = content.parameters.filter { !$0.isDefault }
        let rest = content.parameters.filter(\.isDefault)
        let rows = (given + rest).map { parameter in
            [
                ReportTable.Cell.text(parameter.name), .text(String(parameter.value.prefix(longestValue))),
                .text(parameter.isDefault ? "default" : "given"),
            ]
        }
        var object = JSONObject()
        for parameter in content.parameters { object[parameter.name] = .string(parameter.value) }
        return ReportSection(
            id: "parameters",
            title: "Hyperparameters",
            caption: "Those that were given come first. The number of threads is not among them: it does not change "
                + "the model.",
            blocks: [
                .table(
                    ReportTable(
                        title: "Hyperparameters",
                        columns: [.text("Name"), .text("Value"), .text("")],
                        rows: rows
                    )
                )
            ],
            metrics: .object(object)
        )
    }
}
