/// Texts and their labels, side by side, in the order in which they were read.
public struct LabeledDocuments: Sendable, Equatable {
    /// The texts; a text may be empty.
    public private(set) var texts: [String]
    /// The label of each text.
    public private(set) var labels: [String]

    /// Creates documents; without arguments none.
    ///
    /// - Precondition: as many texts as labels.
    public init(texts: [String] = [], labels: [String] = []) {
        precondition(texts.count == labels.count, "one label for each text")
        self.texts = texts
        self.labels = labels
    }

    /// The number of documents.
    public var count: Int { texts.count }

    /// Whether there are no documents.
    public var isEmpty: Bool { texts.isEmpty }

    /// Appends a document.
    public mutating func append(text: String, label: String) {
        texts.append(text)
        labels.append(label)
    }

    /// Appends all documents of `other`.
    public mutating func append(_ other: LabeledDocuments) {
        texts.append(contentsOf: other.texts)
        labels.append(contentsOf: other.labels)
    }
}
