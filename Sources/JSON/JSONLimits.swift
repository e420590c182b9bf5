/// How large a document may be before the parser refuses it.
public struct JSONLimits: Sendable, Equatable {
    /// How many arrays and objects may stand inside one another; the parser's stack grows with it.
    public var depth = 128
    /// How many values a document may hold; a value costs about 20 bytes of memory beside its text.
    public var values = 4_000_000
    /// How many bytes a number may be long.
    public var numberBytes = 1_024

    /// The limits that hold when the caller names none.
    public static let standard = JSONLimits()

    /// Creates the standard limits.
    public init() {}
}
