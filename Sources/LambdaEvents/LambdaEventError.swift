/// Why an event cannot be read.
public struct LambdaEventError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The fault.
    public enum Kind: Sendable, Equatable {
        /// The event is no JSON; with the parser's words.
        case invalidJSON(String)
        /// A gateway's event without a member that it always has.
        case missingField(String)
        /// A body that is neither a string nor null.
        case unexpectedBody(found: String)
        /// A body that is said to be Base64 and is not.
        case invalidBase64
        /// An answer over Lambda's limit, in bytes.
        case answerTooLarge(limit: Int)
    }

    /// The fault.
    public let kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// What is wrong, where, and what to do; safe to show to a caller.
    public var description: String {
        switch kind {
        case .invalidJSON(let reason): "the event is no JSON: \(reason)"
        case .missingField(let name):
            "the event has no string \"\(name)\"; send an event of an HTTP or REST API, or a record"
        case .unexpectedBody(let found): "the event's body must be a string or null, found \(found)"
        case .invalidBase64:
            "the event's body is not the Base64 that isBase64Encoded says; send it as text, or encode it"
        case .answerTooLarge(let limit):
            "the answer is larger than Lambda's \(limit) bytes; send fewer records at a time, or ask for fewer labels"
        }
    }

    /// The word for programs, which is also part of the error type that Lambda shows.
    public var code: String {
        switch kind {
        case .invalidJSON: "invalid_json"
        case .missingField, .unexpectedBody, .invalidBase64: "malformed_event"
        case .answerTooLarge: "answer_too_large"
        }
    }
}
