import JSON

/// The labels of a model, also as they stand in JSON, since each answer names one of them.
struct AnswerLabels: Sendable {
    /// The labels, in the order of a prediction's probabilities.
    let texts: [String]
    private let encoded: [UInt8]
    /// Where the label of a class begins in `encoded`, and at the end where the last one ends.
    private let places: [Int]

    /// Encodes the labels once.
    init(_ texts: [String]) {
        self.texts = texts
        var encoded: [UInt8] = []
        var places = [0]
        for text in texts {
            encoded += JSONValue.string(text).serialized()
            places.append(encoded.count)
        }
        self.encoded = encoded
        self.places = places
    }

    /// The label of a class; empty for a class that the model does not have.
    subscript(index: Int) -> String {
        texts.indices.contains(index) ? texts[index] : ""
    }

    /// Writes the label of a class.
    func write(_ index: Int, to writer: inout JSONWriter) {
        guard texts.indices.contains(index) else { return writer.string("") }
        writer.value(encoded: encoded[places[index]..<places[index + 1]])
    }
}
