import JSON

/// How much one request may ask for.
public struct InvocationLimits: Sendable, Equatable {
    /// The most records in one request; each costs about 250 bytes of memory beside its text.
    public var records: Int
    /// The most values in a request's JSON, for the records may be objects of several members.
    public var jsonValues: Int
    /// A streamed body is read in slices of about this many bytes, enough that a slice costs what its records do; an
    /// answer to a whole body of this size is written in pieces.
    public var sliceBytes = 262_144
    /// The most bytes of a record of a streamed body; CSV that has no end of a record within them is cut at a line's.
    public var streamedRecordBytes = 16_777_216
    /// The most bytes of a streamed JSON document, which is one record to the reader and so has no slices.
    public var streamedDocumentBytes = InferenceEnvironment.batchBodyBytes
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
