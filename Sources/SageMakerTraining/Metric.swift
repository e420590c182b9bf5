/// A measure that the job prints, one line `NAME=VALUE;` each time, for SageMaker's metric definitions and its tuner.
public struct Metric: Sendable, Equatable {
    /// The name; `LABEL` in it stands for each label.
    public let name: String
    /// What it measures, in one sentence.
    public let summary: String

    /// The regular expression of a metric definition; its first group is the number.
    public var pattern: String { "\(name)=([0-9.]+);" }

    /// The name of a label's own line; line ends in the label become spaces.
    func name(of label: String) -> String {
        let line = label.map { $0.isNewline ? " " : String($0) }.joined()
        return name.replacing("LABEL", with: line, maxReplacements: 1)
    }
}

extension Metric {
    static let accuracy = Metric(
        name: "validation:accuracy",
        summary: "The share of documents with the right label; again and again while trees are added."
    )
    static let macroF1 = Metric(
        name: "validation:macro_f1",
        summary: "The mean of F1 over the labels; again and again while trees are added."
    )
    static let weightedF1 = Metric(
        name: "validation:weighted_f1",
        summary: "The mean of F1 over the labels, weighted by their documents; again and again while trees are added."
    )
    static let logLoss = Metric(
        name: "validation:log_loss",
        summary: "The mean of -ln of the probability of the right label; again and again while trees are added."
    )
    static let oobAccuracy = Metric(
        name: "oob:accuracy",
        summary: "The share of documents with the right label by the trees that did not see them; with oob_score."
    )
    static let oobMacroF1 = Metric(
        name: "oob:macro_f1",
        summary: "The mean of F1 over the labels by the trees that did not see the documents; with oob_score."
    )
    static let precision = Metric(
        name: "validation:precision:LABEL",
        summary: "The share of the documents given this label that are of it."
    )
    static let recall = Metric(
        name: "validation:recall:LABEL",
        summary: "The share of the documents of this label that were given it."
    )
    static let f1 = Metric(
        name: "validation:f1:LABEL",
        summary: "The harmonic mean of the label's precision and recall."
    )
    static let calibrationError = Metric(
        name: "validation:calibration_error",
        summary: "How far the scores lie from the share that is right, in 15 bins by score (ECE)."
    )
    static let voteCalibrationError = Metric(
        name: "validation:raw_calibration_error",
        summary: "The same of the votes, without calibration."
    )
    static let validationAutomaticShare = Metric(
        name: "validation:automatic_share",
        summary: "The share of documents whose score is at least the threshold of their label."
    )
    static let validationAutomaticPrecision = Metric(
        name: "validation:automatic_precision",
        summary: "The share of those that have the right label."
    )
    static let validationHoursSaved = Metric(
        name: "validation:hours_saved_per_1000",
        summary: "The hours of analysts that they save among 1,000 e-mails, by minutes_per_mail."
    )
    static let oobCalibrationError = Metric(
        name: "oob:calibration_error",
        summary: """
            How far the scores lie from the share that is right, by the trees that did not see the documents, \
            cross-validated; needs bootstrap.
            """
    )
    static let oobVoteCalibrationError = Metric(
        name: "oob:raw_calibration_error",
        summary: "The same of the votes, without calibration."
    )
    static let oobAutomaticShare = Metric(
        name: "oob:automatic_share",
        summary: """
            The share of documents whose score is at least the threshold of their label, on the documents by which the \
            thresholds were chosen; so are the next four.
            """
    )
    static let oobAutomaticPrecision = Metric(
        name: "oob:automatic_precision",
        summary: "The share of those that have the right label."
    )
    static let oobHoursSaved = Metric(
        name: "oob:hours_saved_per_1000",
        summary: "The hours of analysts that they save among 1,000 e-mails, by minutes_per_mail."
    )
    static let oobLabelShare = Metric(
        name: "oob:automatic_share:LABEL",
        summary: "The share of the documents given this label that is automatic; 0 for a label that never is."
    )
    static let oobLabelPrecision = Metric(
        name: "oob:automatic_precision:LABEL",
        summary: "The share of those that are of the label; not printed without any."
    )
    static let validationDocuments = Metric(
        name: "validation:documents",
        summary: "The number of documents that the forest is measured on."
    )
    static let unknownLabels = Metric(
        name: "validation:documents_with_unknown_label",
        summary: "How many of them have a label that training did not see, if any have."
    )
    static let documents = Metric(name: "train:documents", summary: "The number of documents that are learned from.")
    static let labels = Metric(name: "train:labels", summary: "The number of labels.")
    static let features = Metric(name: "train:features", summary: "The number of terms and n-grams.")
    static let jobSeconds = Metric(
        name: "train:job_seconds",
        summary: "The time from the first file to the model; train:STAGE_seconds has the parts."
    )

    /// All metrics, those of a tuner first.
    public static let all = [
        accuracy, macroF1, weightedF1, logLoss, oobAccuracy, oobMacroF1, calibrationError, voteCalibrationError,
        validationAutomaticShare, validationAutomaticPrecision, validationHoursSaved, oobCalibrationError,
        oobVoteCalibrationError, oobAutomaticShare, oobAutomaticPrecision, oobHoursSaved, oobLabelShare,
        oobLabelPrecision, precision, recall, f1, validationDocuments, unknownLabels, documents, labels, features,
        jobSeconds,
    ]

    /// All metrics as a Markdown table, for docs/training.md.
    public static var markdownTable: String {
        let rows = all.map { "| \($0.summary) | `\($0.pattern)` |" }
        return (["| What it measures | Regular expression |", "|---|---|"] + rows).joined(separator: "\n")
    }
}
