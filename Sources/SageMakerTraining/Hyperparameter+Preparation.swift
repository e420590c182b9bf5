extension Hyperparameter {
    /// What becomes of the documents between reading and learning, in the order of the steps.
    static let preparation: [Hyperparameter] = labels + documents

    private static let labels: [Hyperparameter] = [
        Hyperparameter(
            "keep_labels",
            \.preparation.keptLabels,
            .names(default: "None"),
            "The labels to learn; documents of others are left out, or get other_label."
        ),
        Hyperparameter(
            "other_label",
            \.preparation.otherLabel,
            .label,
            "The label for documents whose own is not in keep_labels or rarer than min_label_count."
        ),
        Hyperparameter(
            "min_label_count",
            \.preparation.minLabelCount,
            .integer(1...mostDocuments),
            "The fewest documents of a label; those of rarer labels are left out, or get other_label."
        ),
    ]

    private static let documents: [Hyperparameter] = [
        Hyperparameter(
            "drop_duplicates",
            \.preparation.dropsDuplicates,
            .flag,
            "Learns only from the first of several documents with the same text and label."
        ),
        Hyperparameter(
            "max_text_length",
            \.preparation.maxTextLength,
            .textLength,
            "Leaves out documents with longer texts, after duplicates."
        ),
        Hyperparameter(
            "sample_fraction",
            \.preparation.sampleFraction,
            .positiveShare,
            "The share of the documents to learn from, chosen by random_state."
        ),
        Hyperparameter(
            "validation_fraction",
            \.preparation.validationFraction,
            .shareBelowOne,
            "Without a validation channel, the share of each label's documents to measure with, chosen by random_state."
        ),
    ]

    /// The greatest bound that makes sense.
    private static let mostDocuments = 1_000_000_000
}
