/// A setting of the environment that cannot be used; the container must not start with it.
public struct InferenceEnvironmentError: Error, Equatable, CustomStringConvertible {
    /// The name of the environment variable.
    public let variable: String
    /// Its value as given.
    public let value: String
    /// What the value may be, as the end of a sentence.
    public let allowed: String

    /// Names the variable, its value and what is allowed.
    public var description: String { "\(variable) is \"\(value.prefix(100))\"; it must be \(allowed)" }
}
