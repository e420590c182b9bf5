import JSON

/// The labels of a model, also as they stand in JSON, since each answer names one of them.
struct AnswerLabels: Sendable {
    /// The labels, in the order of a prediction's probabilities.
    let texts: [String]
    private let encoded: EncodedTexts

    /// Encodes the labels once.
    init(_ texts: [String]) {
        self.texts = texts
        var encoded = EncodedTexts()
        for text in texts { encoded.append(JSONValue.string(text).serialized()) }
        self.encoded = encoded
    }

    /// The label of a class; empty for a class that the model does not have.
    subscript(index: Int) -> String {
        texts.indices.contains(index) ? texts[index] : ""
    }

    /// Writes the label of a class.
    func write(_ index: Int, to writer: inout JSONWriter) {
        guard 0..<encoded.count ~= index else { return writer.string("") }
        encoded.writeValue(index, to: &writer)
    }
}
