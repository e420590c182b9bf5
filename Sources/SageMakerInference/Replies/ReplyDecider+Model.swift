public import AutomaticReplies
public import ModelArtifact
import TextClassification

extension ReplyDecider {
    /// Makes a policy ready for a model; labels that the model does not have are passed over.
    public init(_ policy: ReplyPolicy, for model: Model) {
        let classifier = model.classifier
        let finder = classifier.phraseFinder(policy.phrases)
        self.init(policy, labels: classifier.labels, automaticThresholds: model.automaticThresholds) { text in
            classifier.phrases(finder, in: text)
        }
    }
}
