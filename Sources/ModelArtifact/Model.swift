public import Calibration
import RandomForest
public import TextClassification

/// A trained model as it is stored: the classifier and what is known of its training.
public struct Model: Sendable {
    /// What answers.
    public var classifier: TextClassifier
    /// What is known of the training.
    public var metadata: ModelMetadata

    /// Creates a model from its parts.
    public init(classifier: TextClassifier, metadata: ModelMetadata) {
        self.classifier = classifier
        self.metadata = metadata
    }

    /// How votes become probabilities, and which answers may be automatic; `nil` where that is not known.
    public var confidence: Confidence? { classifier.confidence }

    /// The number of trees of its forest.
    public var trees: Int { classifier.forest.trees }
}
