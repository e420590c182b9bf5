/// Gives each label a class number: the labels in ascending order, as scikit-learn's `LabelEncoder`.
public struct LabelEncoder: Sendable, Equatable {
    /// The labels in ascending order of their UTF-8 bytes; a class is an index into them.
    public let classes: [String]
    private let indices: [String: Int]

    /// Creates the encoder of the distinct labels in `labels`.
    public init(fitting labels: [String]) {
        self.init(classes: Set(labels).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// Creates the encoder of labels that are distinct.
    public init(classes: [String]) {
        self.classes = classes
        indices = Dictionary(classes.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The class of a label, or `nil` for one that training did not see.
    public func encode(_ label: String) -> Int? {
        indices[label]
    }
}
