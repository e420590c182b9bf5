/// How much one request may ask for.
public struct InvocationLimits: Sendable, Equatable {
    /// The most records in one request; a transform job may send some hundred thousand short lines at once.
    public var records = 1_000_000
    /// The most bytes in the body of an error, as SageMaker's `OriginalMessage` holds no more.
    public static let errorBytes = 2_048
    /// The most bytes in `X-Amzn-SageMaker-Custom-Attributes`.
    public static let customAttributeBytes = 1_024

    /// Creates the usual limits.
    public init() {}
}
