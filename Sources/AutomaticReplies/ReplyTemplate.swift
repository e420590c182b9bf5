public import JSON

/// The template of an answer, as the shop's own system names it.
public enum ReplyTemplate: Sendable, Equatable, CustomStringConvertible {
    case number(Int)
    case text(String)

    /// The number or the text.
    public var description: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): text
        }
    }

    /// The template as it stands in a policy and in an answer.
    public var json: JSONValue {
        switch self {
        case .number(let number): .number(JSONNumber(number))
        case .text(let text): .string(text)
        }
    }
}
