/// The names under which a record's text is looked for, in their order.
///
/// After the names the shapes of SageMaker's own algorithms are tried: `{"features":["text"]}` and
/// `{"data":{"features":{"values":["text"]}}}`.
public struct TextFields: Sendable, Equatable {
    /// The names that are always known.
    public static let usualNames = ["text", "message", "inputs", "source"]

    /// The names in the order of the search.
    public let names: [String]
    /// The names in UTF-8.
    let encodedNames: [[UInt8]]

    /// Creates the list; `trained`, the name of the column that the model learned from, is tried first.
    public init(trained: String? = nil) {
        if let trained, !trained.isEmpty {
            names = [trained] + Self.usualNames.filter { $0 != trained }
        } else {
            names = Self.usualNames
        }
        encodedNames = names.map { Array($0.utf8) }
    }

    /// All places in words, for messages.
    var searched: [String] { names + ["features", "data.features.values"] }
}
