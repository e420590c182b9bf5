extension Hyperparameter {
    /// What is read.
    static let input: [Hyperparameter] = [
        Hyperparameter(
            "text_column",
            \.textColumn,
            .column(default: "text, message or source"),
            "The column or key that holds the text."
        ),
        Hyperparameter(
            "label_column",
            \.labelColumn,
            .column(default: "label"),
            "The column or key that holds the label."
        ),
        Hyperparameter(
            "attribute_names",
            \.attributeNames,
            .names(default: "source,label"),
            "The AttributeNames of an augmented manifest in RecordIO, in their order."
        ),
        Hyperparameter("filter", \.filter, .filter, "Reads only documents with, or without, some values in a column."),
    ]
}
