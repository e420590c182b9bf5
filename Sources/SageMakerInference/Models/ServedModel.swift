public import AutomaticReplies
public import DriftDetection
public import TextClassification

/// What a model says of itself, for people.
public struct ModelFacts: Sendable, Equatable {
    /// The program that trained it, with its version.
    public let producer: String
    /// How many trees its forest has.
    public let trees: Int

    /// Creates facts.
    public init(producer: String, trees: Int) {
        self.producer = producer
        self.trees = trees
    }
}

/// A classifier with what requests need to know of its training.
public struct ServedModel: Sendable {
    /// What predicts.
    public let classifier: any TextClassifying
    /// The classes, in the order of a prediction's probabilities.
    public let labels: [String]
    /// How many classes an answer lists when the request does not say; `nil` for the best one alone.
    public let defaultTopK: Int?
    /// Where a record's text is looked for.
    public let textFields: TextFields
    /// What the model says of itself, where that is known.
    public let facts: ModelFacts?
    /// When its answers are automatic; `nil` when the answers say nothing of it.
    public var replies: ReplyDecider?
    /// The labels, ready to be written.
    let answerLabels: AnswerLabels
    /// What it has predicted.
    let metrics: ModelMetrics
    /// What compares its answers with its training.
    var drift: DriftMonitor? { metrics.drift }

    /// Creates a model to serve; without `drift` nothing is compared with its training.
    public init(
        _ classifier: any TextClassifying,
        defaultTopK: Int? = nil,
        textFields: TextFields = TextFields(),
        facts: ModelFacts? = nil,
        replies: ReplyDecider? = nil,
        drift: DriftMonitor? = nil
    ) {
        self.classifier = classifier
        labels = classifier.labels
        answerLabels = AnswerLabels(classifier.labels)
        self.defaultTopK = defaultTopK
        self.textFields = textFields
        self.facts = facts
        self.replies = replies
        metrics = ModelMetrics(labels: classifier.labels.count, drift: drift)
    }
}
