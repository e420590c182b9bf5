extension Hyperparameter {
    /// All hyperparameters as a Markdown table, for the README.
    public static var markdownTable: String {
        let rows = all.map { hyperparameter in
            let cells = [
                "`\(hyperparameter.name)`", hyperparameter.type, "`\(hyperparameter.defaultValue)`",
                hyperparameter.allowed,
                hyperparameter.summary,
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let header = "| Name | Type | Default | Allowed | What it does |"
        return ([header, "|---|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// All hyperparameters as lines for a terminal, for `--help`.
    public static var helpText: String {
        let widest = all.map(\.name.count).max() ?? 0
        let indent = String(repeating: " ", count: widest + 4)
        return all.map { hyperparameter in
            let padding = String(repeating: " ", count: widest - hyperparameter.name.count)
            return """
                  \(hyperparameter.name)\(padding)  \(hyperparameter.summary)
                \(indent)Allowed: \(hyperparameter.allowed). Default: \(hyperparameter.defaultValue).
                """
        }.joined(separator: "\n")
    }
}
