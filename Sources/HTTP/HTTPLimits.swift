/// The sizes that a request may not pass.
public struct HTTPLimits: Sendable, Equatable {
    /// Bytes of the request target; a longer one is answered by 414.
    public var targetBytes: Int
    /// Bytes of all field lines together, line ends included; more are answered by 431.
    public var headerBytes: Int
    /// Number of field lines; more are answered by 431.
    public var headerCount: Int
    /// Bytes of the decoded body; a longer one is answered by 413.
    public var bodyBytes: Int

    /// The largest real-time payload of SageMaker (`BodyBlob` of InvokeEndpoint).
    public static let realTimeBodyBytes = 6 * 1_024 * 1_024

    /// Creates limits; the defaults fit a real-time endpoint.
    public init(
        targetBytes: Int = 8_192,
        headerBytes: Int = 65_536,
        headerCount: Int = 512,
        bodyBytes: Int = HTTPLimits.realTimeBodyBytes
    ) {
        self.targetBytes = targetBytes
        self.headerBytes = headerBytes
        self.headerCount = headerCount
        self.bodyBytes = bodyBytes
    }
}
