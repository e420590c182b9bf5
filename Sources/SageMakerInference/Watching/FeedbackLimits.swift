/// How much feedback is taken and kept.
public struct FeedbackLimits: Sendable, Equatable {
    /// The most bytes of a request.
    public var bodyBytes = 2_097_152
    /// The most records of a request.
    public var records = 1_000
    /// The most bytes of a label, and of a record's own name.
    public var labelBytes = 1_024
    /// The most bytes of a file, after which another is begun; a request is never cut.
    public var fileBytes = 16_777_216
    /// The most files in the folder; more feedback is refused until some are taken away.
    public var files = 64

    /// Creates the usual limits.
    public init() {}
}
