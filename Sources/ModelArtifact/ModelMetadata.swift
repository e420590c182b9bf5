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
    /// How many trees the forest was to have, where the training was stopped before it had them all.
    public var treesAskedFor: Int?

    /// Creates metadata from its parts.
    public init(
        producer: String,
        documents: Int,
        labelCounts: [Int],
        topK: Int,
        treesAskedFor: Int? = nil
    ) {
        self.producer = producer
        self.documents = documents
        self.labelCounts = labelCounts
        self.topK = topK
        self.treesAskedFor = treesAskedFor
    }

    var json: JSONValue {
        var object = JSONObject()
        object["producer"] = .string(producer)
        object["documents"] = .number(JSONNumber(documents))
        object["label_counts"] = .array(labelCounts.map { .number(JSONNumber($0)) })
        object["top_k"] = .number(JSONNumber(topK))
        object["trees_asked_for"] = treesAskedFor.map { .number(JSONNumber($0)) }
        return .object(object)
    }

    init?(json: JSONValue) {
        guard let producer = json["producer"]?.stringValue, let documents = json["documents"]?.intValue,
            let counts = json["label_counts"]?.elements(\.intValue), let topK = json["top_k"]?.intValue,
            documents >= 0, counts.allSatisfy({ $0 >= 0 }), topK >= 1
        else { return nil }
        self.producer = producer
        self.documents = documents
        self.topK = topK
        treesAskedFor = json["trees_asked_for"]?.intValue
        labelCounts = counts
    }
}
