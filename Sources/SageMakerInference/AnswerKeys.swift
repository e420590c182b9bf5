import JSON

/// The keys of the answers to a request, also as they stand in JSON.
struct AnswerKeys: Sendable {
    /// The keys when nobody asks for others, made once since most requests have one record.
    static let usual = AnswerKeys([.label, .score])

    private static let encoded = Dictionary(
        uniqueKeysWithValues: OutputKey.allCases.map { ($0, Array("\"\($0.rawValue)\":".utf8)) }
    )

    /// The keys in their order.
    let keys: [OutputKey]
    private let encoded: EncodedTexts

    /// Creates the list; a fault's message has no place among them.
    init(_ keys: [OutputKey]) {
        self.keys = keys.filter { $0 != .error }
        var encoded = EncodedTexts()
        for key in self.keys { encoded.append(Self.encoded[key] ?? []) }
        self.encoded = encoded
    }

    /// Writes the key at a place in the list.
    func write(_ index: Int, to writer: inout JSONWriter) {
        encoded.writeKey(index, to: &writer)
    }
}
