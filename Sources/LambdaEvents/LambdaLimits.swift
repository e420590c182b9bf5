internal import JSON

/// The sizes of Lambda and of our reading of its events.
public enum LambdaLimits {
    /// The largest event and the largest answer of a function that is waited for (AWS, "Lambda quotas": 6 MB each).
    public static let payloadBytes = 6_291_556
    /// The largest event that is taken from the runtime API, so that one over Lambda's own limit can be answered.
    public static let eventBytes = 67_108_864
    /// The most values in an event; a direct event may hold many records.
    static let json: JSONLimits = .standard
}
