import HTTP

/// The name under which a model is loaded; what it means is the caller's own affair.
struct ModelName: Sendable, Hashable, Comparable {
    /// The longest name in bytes.
    static let maximumBytes = 1_024

    let text: String

    /// Checks a name that came as it is.
    init(_ text: String) throws(InferenceError) {
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        let climbs = text.split(separator: "/").contains("..")
        guard !text.isEmpty, text.utf8.count <= Self.maximumBytes, isPrintable, !climbs else {
            throw InferenceError(.invalidModelName(limit: Self.maximumBytes))
        }
        self.text = text
    }

    /// Checks a name that came in a path.
    init(encoded: Substring) throws(InferenceError) {
        guard let text = PercentCoding.decode(encoded) else {
            throw InferenceError(.invalidModelName(limit: Self.maximumBytes))
        }
        try self.init(text)
    }

    static func < (left: ModelName, right: ModelName) -> Bool { left.text < right.text }
}
