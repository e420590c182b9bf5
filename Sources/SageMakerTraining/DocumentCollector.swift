internal import Dataset

/// Gathers the documents of a channel; equal labels share their storage.
struct DocumentCollector {
    private(set) var documents = LabeledDocuments()
    /// How many documents the filter kept out.
    private(set) var passed = 0
    /// How many documents had more labels than the one that counts.
    private(set) var severalLabels = 0
    private var labels: [String: String] = [:]

    /// Adds a document; white space around the label is dropped, an empty text stays.
    ///
    /// - Throws: `TrainingError` of kind `emptyLabel`, without a place.
    mutating func add(text: String, label: String, column: String) throws(TrainingError) {
        let label = DocumentColumns.trimmed(label)
        guard !label.isEmpty else { throw TrainingError(.emptyLabel(column: column)) }
        documents.append(text: text, label: shared(String(label)))
    }

    /// Counts a document that the filter keeps out.
    mutating func pass() {
        passed += 1
    }

    /// Counts a document whose further labels are passed over.
    mutating func noteSeveralLabels() {
        severalLabels += 1
    }

    private mutating func shared(_ label: String) -> String {
        if let known = labels[label] { return known }
        labels[label] = label
        return label
    }
}
