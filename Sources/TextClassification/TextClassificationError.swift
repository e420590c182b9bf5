public import FeatureExtraction
public import RandomForest
public import TextAnalysis

/// What can go wrong when a classifier is trained or put together.
public struct TextClassificationError: Error, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Sendable {
        /// There are no documents.
        case noDocuments
        /// All documents have the same label.
        case oneLabel(String)
        /// Documents have labels that the classifier does not know which trees are added to.
        case newLabels([String])
        case analysis(TextAnalysisError)
        case features(TfidfError)
        case forest(RandomForestError)
        /// The parts belong to different models.
        case mismatch(String)
    }

    /// What is wrong.
    public var kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// How many labels a message lists at most.
    private static let shownLabels = 10

    /// What is wrong and, where it helps, what to do.
    public var description: String {
        switch kind {
        case .noDocuments: "there is no document to learn from; put labelled messages into the training channel"
        case .oneLabel(let label): "all documents have the label \"\(label)\"; a classifier needs at least two labels"
        case .newLabels(let labels):
            "the earlier model does not know the label\(labels.count > 1 ? "s" : "") "
                + labels.prefix(Self.shownLabels).map { "\"\($0)\"" }.joined(separator: ", ")
                + (labels.count > Self.shownLabels ? " and \(labels.count - Self.shownLabels) more" : "")
                + "; leave them out, or train without the channel \"model\""
        case .analysis(let error): "\(error)"
        case .features(let error): error.description
        case .forest(let error): error.description
        case .mismatch(let reason): "the model's parts don't belong together: \(reason)"
        }
    }
}
