/// What becomes of the documents between reading and learning.
public struct PreparationParameters: Sendable, Equatable {
    /// The labels to learn; `nil` for all.
    public var keptLabels: [String]?
    /// The label that the documents of all other labels get; `nil` to leave them out.
    public var otherLabel: String?
    /// The fewest documents of a label; the documents of rarer ones count as of another label.
    public var minLabelCount: Int
    /// Whether only the first of several documents with the same text and label is learned from.
    public var dropsDuplicates: Bool
    /// The longest text to learn from; `nil` for any.
    public var maxTextLength: TextLengthLimit?
    /// The share of the documents to learn from.
    public var sampleFraction: Double
    /// The share of the documents to measure with when there is no channel for that.
    public var validationFraction: Double

    /// Creates parameters that leave all documents as they are.
    public init() {
        minLabelCount = 1
        dropsDuplicates = false
        sampleFraction = 1
        validationFraction = 0
    }
}
