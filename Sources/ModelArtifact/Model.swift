public import DriftDetection
import RandomForest
public import TextClassification

/// A trained model as it is stored: the classifier and what is known of its training.
public struct Model: Sendable {
    /// What answers.
    public var classifier: TextClassifier
    /// What is known of the training.
    public var metadata: ModelMetadata
    /// What its training documents looked like; `nil` in models of earlier versions.
    public var profile: TrainingProfile?

    /// Creates a model from its parts.
    public init(classifier: TextClassifier, metadata: ModelMetadata, profile: TrainingProfile? = nil) {
        self.classifier = classifier
        self.metadata = metadata
        self.profile = profile
    }

    /// The number of trees of its forest.
    public var trees: Int { classifier.forest.trees }
}
