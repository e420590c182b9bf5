/// A number as it was written, so that no digit is lost; two numbers are equal when their texts are.
public struct JSONNumber: Sendable, Equatable {
    /// The number in JSON's grammar.
    public let text: String

    /// Keeps a text that the parser has checked.
    init(checked text: String) {
        self.text = text
    }

    /// Creates a whole number.
    public init(_ value: Int) {
        text = String(value)
    }

    /// Creates the shortest number that reads back as `value`; `nil` when `value` is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// The nearest double; `nil` when the number is past a double's range.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The whole number; `nil` when it has a fraction or does not fit.
    ///
    /// `3.0` and `3e0` are 3.
    public var int: Int? {
        if let value = Int(text) { return value }
        return double.flatMap { Int(exactly: $0) }
    }
}
