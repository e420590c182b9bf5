/// A document's level of a feature, and whether it has the feature, as bits of different places.
///
/// A scan joins the bits of neighbouring steps without shifts: that of the first step from `first`, and so on.
struct PresentLevel: BitwiseCopyable, Equatable {
    private let first: UInt8
    private let second: UInt8
    private let third: UInt8
    let level: UInt8

    /// The level of a feature that a document does not have.
    static let absent = PresentLevel(first: 0, second: 0, third: 0, level: 0)

    /// How many neighbouring steps' bits can be joined.
    static let joinedSteps = 3

    /// Takes the level of a feature that a document has.
    init(_ level: UInt8) {
        self.init(first: 4, second: 2, third: 1, level: level)
    }

    private init(first: UInt8, second: UInt8, third: UInt8, level: UInt8) {
        self.first = first
        self.second = second
        self.third = third
        self.level = level
    }
}
