internal import JSON

/// A name with its text: a parameter or a tag.
public struct RunEntry: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The text.
    public let value: String

    /// Creates an entry; nothing is cut yet.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    func json(valueCharacters: Int) -> JSONValue {
        [
            "key": .string(LengthLimit.shortened(name, to: MLflowLimits.nameCharacters)),
            "value": .string(LengthLimit.shortened(value, to: valueCharacters)),
        ]
    }
}

/// A measure at a step, at a time.
struct RunMetric: Sendable, Equatable {
    let name: String
    let value: Double
    let step: Int
    /// Milliseconds since 1970.
    let timestamp: Int

    var json: JSONValue {
        [
            "key": .string(name), "value": JSONValue(value), "timestamp": .number(.init(timestamp)),
            "step": .number(.init(step)),
        ]
    }
}
