/// What can go wrong before a forest grows, or when one is put together from stored arrays.
public struct RandomForestError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A parameter is out of its range.
        case parameter(String, allowed: String)
        /// The data can't be learned from.
        case data(String)
        /// Stored arrays don't make a forest.
        case malformed(String)
    }

    /// What went wrong.
    public var kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// What is wrong and what to do.
    public var description: String {
        switch kind {
        case .parameter(let name, let allowed): "\(name) is out of range; allowed: \(allowed)"
        case .data(let reason): reason
        case .malformed(let reason): "the forest is malformed: \(reason)"
        }
    }
}
