/// The keys of the answers to a request, as they stand in JSON.
struct AnswerKeys {
    private static let encoded = Dictionary(
        uniqueKeysWithValues: OutputKey.allCases.map { ($0, Array("\"\($0.rawValue)\":".utf8)) }
    )

    /// The keys in their order, with their quotes and colons.
    let keys: [(key: OutputKey, encoded: [UInt8])]

    /// Creates the list; a fault's message has no place among them.
    init(_ keys: [OutputKey]) {
        self.keys = keys.compactMap { key in key == .error ? nil : Self.encoded[key].map { (key, $0) } }
    }
}
