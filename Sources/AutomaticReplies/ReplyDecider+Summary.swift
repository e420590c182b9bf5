extension ReplyDecider {
    /// The most labels that a line names.
    private static let namedLabels = 10

    /// How many labels are answered automatically, for the log.
    public var summary: String {
        "\(policy.rules.count) labels, \(answerableLabels) of them answered automatically"
    }

    /// What keeps labels from automatic answers though the policy allows them, for the log.
    public var warnings: [String] {
        let labels = labelsWithoutThreshold
        guard !labels.isEmpty else { return [] }
        let named = labels.prefix(Self.namedLabels).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
        let more = labels.count > Self.namedLabels ? ", ... (\(labels.count) in all)" : ""
        return [
            "min_confidence is auto for \(named)\(more), but the model has no threshold for them, so they are never "
                + "answered automatically; give a number, or train a model that has one"
        ]
    }
}
