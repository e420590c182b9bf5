public import AutomaticReplies
import RandomForest
public import TextClassification

/// A trained model as it is stored: the classifier and what is known of its training.
public struct Model: Sendable {
    /// What answers.
    public var classifier: TextClassifier
    /// What is known of the training.
    public var metadata: ModelMetadata
    /// When its answers are automatic; nil when that was not said.
    public var replyPolicy: ReplyPolicy?

    /// Creates a model from its parts.
    public init(classifier: TextClassifier, metadata: ModelMetadata, replyPolicy: ReplyPolicy? = nil) {
        self.classifier = classifier
        self.metadata = metadata
        self.replyPolicy = replyPolicy
    }

    /// The number of trees of its forest.
    public var trees: Int { classifier.forest.trees }
}
