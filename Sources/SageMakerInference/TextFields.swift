/// The names under which a record's text is looked for, in their order.
///
/// After the names the shapes of SageMaker's own algorithms are tried: `{"features":["text"]}` and
/// `{"data":{"features":{"values":["text"]}}}`.
public struct TextFields: Sendable, Equatable {
    /// The names that are always known.
    public static let usualNames = ["text", "message", "inputs", "source"]

    /// The names in the order of the search.
    public let names: [String]

    /// Creates the list; `trained`, the name of the column that the model learned from, is tried first.
    public init(trained: String? = nil) {
        guard let trained, !trained.isEmpty else {
            names = Self.usualNames
            return
        }
        names = [trained] + Self.usualNames.filter { $0 != trained }
    }

    /// All places in words, for messages.
    var searched: [String] { names + ["features", "data.features.values"] }
}
