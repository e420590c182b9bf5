import TextAnalysis
public import TextClassification

/// A policy made ready for the labels of a model; safe to share between threads.
public struct ReplyDecider: Sendable {
    /// Gives the numbers of the phrases that a text holds.
    public typealias PhraseSearch = @Sendable (_ text: String) -> Set<Int>

    /// What holds for one class that may be answered automatically.
    private struct ClassRule: Sendable {
        var template: ReplyTemplate
        var minimum: Float
        var filters: [(field: String, values: Set<ComparisonKey>)]
        var phrases: Set<Int>
    }

    /// The policy.
    public let policy: ReplyPolicy
    /// The fields of a record that the decision looks at.
    public let fields: Set<String>
    /// By class; nil where an answer is never automatic.
    private let rules: [ClassRule?]
    private let defaultClass: Int?
    /// The labels that have no threshold, though the policy asks the model for one.
    let labelsWithoutThreshold: [String]
    private let search: PhraseSearch

    /// Makes a policy ready.
    ///
    /// - Parameters:
    ///   - policy: the policy; rules for labels that the model does not have are passed over.
    ///   - labels: the classes, in the order of a prediction's probabilities.
    ///   - automaticThresholds: by class the score that `min_confidence: auto` asks for; nil for a class that is never
    ///     answered automatically, and in place of the list where the model has none.
    ///   - search: finds the phrases of `policy.phrases` in a text.
    public init(
        _ policy: ReplyPolicy,
        labels: [String],
        automaticThresholds: [Float?]?,
        search: @escaping PhraseSearch
    ) {
        self.policy = policy
        self.search = search
        fields = policy.fields
        let numbers = Dictionary(policy.phrases.enumerated().map { ($1, $0) }) { first, _ in first }
        let byLabel = Dictionary(policy.rules.map { ($0.label, $0) }) { first, _ in first }
        defaultClass = policy.defaultLabel.flatMap(labels.firstIndex)
        var unknown: [String] = []
        rules = labels.enumerated().map { index, label in
            guard label != policy.defaultLabel, let rule = byLabel[label], rule.isAutomatic,
                let template = rule.template
            else { return nil }
            let minimum: Float? =
                switch rule.minimum {
                case .score(let score): Float(score)
                case .auto: automaticThresholds.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                }
            guard let minimum else {
                unknown.append(label)
                return nil
            }
            let filters = policy.conditions.onlyWhen + rule.conditions.onlyWhen
            let phrases = policy.conditions.neverWhen + rule.conditions.neverWhen
            return ClassRule(
                template: template,
                minimum: minimum,
                filters: filters.map { (field: $0.field, values: Set($0.values.map(ComparisonKey.init))) },
                phrases: Set(phrases.compactMap { numbers[$0] })
            )
        }
        labelsWithoutThreshold = unknown
    }

    /// How many labels may be answered automatically.
    var answerableLabels: Int { rules.count { $0 != nil } }

    /// Decides on a record, the dear checks last.
    ///
    /// - Parameters:
    ///   - prediction: what the model says of the text.
    ///   - text: the text as it came.
    ///   - field: the value of a field of the record; nil where there is none.
    /// - Returns: The decision with the first reason that holds.
    /// - Complexity: O(bytes of the text) where phrases must be looked for, else of the fields alone.
    public func decision(
        on prediction: Prediction,
        text: String,
        field: (String) -> String?
    ) -> ReplyDecision {
        if prediction.terms == 0 { return refusal(.emptyText, label: defaultClass) }
        guard prediction.knownTerms > 0, let best = prediction.bestClass, rules.indices.contains(best),
            let rule = rules[best]
        else { return refusal(.other) }
        for filter in rule.filters {
            guard let value = field(filter.field), filter.values.contains(ComparisonKey(value)) else {
                return refusal(.fieldFilter)
            }
        }
        // Compared as the score is printed: a Float of 0.57 reaches a minimum of 0.57, but not as a Double.
        guard prediction.probabilities[best] >= rule.minimum else { return refusal(.belowThreshold) }
        if !rule.phrases.isEmpty, !search(text).isDisjoint(with: rule.phrases) { return refusal(.blockedPhrase) }
        return ReplyDecision(template: rule.template, reason: .confident)
    }

    /// The decision on a record that is not answered automatically.
    public func refusal(_ reason: ReplyReason, label: Int? = nil) -> ReplyDecision {
        ReplyDecision(template: policy.defaultTemplate, reason: reason, label: label)
    }
}
