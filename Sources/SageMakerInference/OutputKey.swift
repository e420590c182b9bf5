/// A part of an answer that `SAGEMAKER_INFERENCE_OUTPUT` may ask for; the raw value is its key.
public enum OutputKey: String, CaseIterable, Sendable {
    /// The best class.
    case label
    /// The best class, by the name that AWS's containers use.
    case predictedLabel = "predicted_label"
    /// The probability of the best class.
    case score
    /// The probability of the best class, by the name that AWS's containers use.
    case probability
    /// The share of the trees' votes for the best class, which `score` is calibrated from.
    case rawScore = "raw_score"
    /// The best k classes, the best first; without k all classes in the order of the model.
    case labels
    /// The probabilities that belong to `labels`.
    case scores
    /// The shares of the trees' votes that belong to `labels`.
    case rawScores = "raw_scores"
    /// The probabilities of all classes in the order of the model, whatever k is.
    case probabilities
    /// How many tokens the document has after cleaning.
    case terms
    /// How many of them the model knows.
    case knownTerms = "known_terms"
    /// 1 when the record is answered without an analyst, else 0; null where no reply policy is in force.
    case isAutomatic
    /// The template of the answer by the reply policy.
    case idTemplate
    /// Why the answer is automatic or not.
    case reason
    /// Why a record could not be used; in JSON the key is there only for such a record.
    case error
}
