import JSON

/// How much one request may ask for.
public struct InvocationLimits: Sendable, Equatable {
    /// The most records in one request; each costs about 250 bytes of memory beside its text.
    public var records: Int
    /// The most values in a request's JSON, for the records may be objects of several members.
    public var jsonValues: Int
    /// The most bytes in the body of an error, as SageMaker's `OriginalMessage` holds no more.
    public static let errorBytes = 2_048
    /// The most bytes in `X-Amzn-SageMaker-Custom-Attributes`.
    public static let customAttributeBytes = 1_024

    /// Creates the usual limits; a transform job may send 100 MB at once.
    public init(isBatch: Bool = false) {
        records = isBatch ? 2_000_000 : 250_000
        jsonValues = 8 * records
    }

    /// The limits of the JSON parser.
    var json: JSONLimits {
        var limits = JSONLimits.standard
        limits.values = jsonValues
        return limits
    }
}
