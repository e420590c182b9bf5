import JSON

/// What a model says of itself, beside what it needs to predict.
public struct ModelMetadata: Sendable, Equatable {
    /// The version of the program that trained the model.
    public var producer: String
    /// The number of training documents.
    public var documents: Int
    /// The number of training documents of each label, by class.
    public var labelCounts: [Int]
    /// How many of the best labels an answer holds when the request does not say.
    public var topK: Int

    /// Creates metadata from its parts.
    public init(
        producer: String,
        documents: Int,
        labelCounts: [Int],
        topK: Int
    ) {
        self.producer = producer
        self.documents = documents
        self.labelCounts = labelCounts
        self.topK = topK
    }

    var json: JSONValue {
        [
            "producer": .string(producer),
            "documents": .number(JSONNumber(documents)),
            "label_counts": .array(labelCounts.map { .number(JSONNumber($0)) }),
            "top_k": .number(JSONNumber(topK)),
        ]
    }

    init?(json: JSONValue) {
        guard let producer = json["producer"]?.stringValue, let documents = json["documents"]?.intValue,
            let counts = json["label_counts"]?.elements(\.intValue), let topK = json["top_k"]?.intValue,
            documents >= 0, counts.allSatisfy({ $0 >= 0 }), topK >= 1
        else { return nil }
        self.producer = producer
        self.documents = documents
        self.topK = topK
        labelCounts = counts
    }
}
