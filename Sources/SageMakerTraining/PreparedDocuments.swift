internal import Dataset

/// The documents to learn from and those to measure with, after preparation.
struct PreparedDocuments: Sendable {
    let training: LabeledDocuments
    let validation: LabeledDocuments?
    /// What was left out and why, as lines for the log.
    let notes: [String]
}
