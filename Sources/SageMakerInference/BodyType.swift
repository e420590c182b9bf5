/// The kinds of body that requests and answers have.
public enum BodyType: Sendable, Equatable {
    /// One JSON document.
    case json
    /// A JSON value a line.
    case jsonLines
    /// A row a record.
    case csv
    /// In a request a text a line, in an answer a label a line.
    case plainText

    /// The names for messages; the aliases are left out.
    static let names = ["application/json", "application/jsonlines", "text/csv", "text/plain"]

    /// The kind that a media type without parameters names; `nil` when there is none.
    init?(essence: String) {
        switch essence {
        case "application/json", "text/json": self = .json
        case "application/jsonlines", "application/x-jsonlines", "application/jsonl", "application/x-ndjson",
            "application/ndjson":
            self = .jsonLines
        case "text/csv", "application/csv": self = .csv
        case "text/plain", "application/x-text": self = .plainText
        default: return nil
        }
    }
}
