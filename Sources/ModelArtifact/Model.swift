public import AutomaticReplies
public import Calibration
public import DriftDetection
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
    /// What its training documents looked like; `nil` in models of earlier versions.
    public var profile: TrainingProfile?

    /// Creates a model from its parts.
    public init(
        classifier: TextClassifier,
        metadata: ModelMetadata,
        replyPolicy: ReplyPolicy? = nil,
        profile: TrainingProfile? = nil
    ) {
        self.classifier = classifier
        self.metadata = metadata
        self.replyPolicy = replyPolicy
        self.profile = profile
    }

    /// How votes become probabilities, and which answers may be automatic; `nil` where that is not known.
    public var confidence: Confidence? { classifier.confidence }

    /// By class the score that `min_confidence: auto` of a reply policy asks for; nil for a class that is never answered
    /// automatically, and in place of the list where the model knows no such scores.
    public var automaticThresholds: [Float?]? { confidence?.thresholds }

    /// The number of trees of its forest.
    public var trees: Int { classifier.forest.trees }
}
