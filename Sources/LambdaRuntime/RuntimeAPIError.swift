public import HTTP
public import HTTPClient

/// Why the runtime API cannot be used.
public struct RuntimeAPIError: Error, Sendable, CustomStringConvertible {
    /// The fault.
    public enum Kind: Sendable {
        /// It gives no answer.
        case unreachable(ClientError)
        /// It answers with another status than was due.
        case refused(HTTPStatus, asking: String)
        /// An invocation came without its name.
        case noRequestID
    }

    /// The fault.
    public let kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .unreachable(let error): "the Lambda runtime API: \(error)"
        case .refused(let status, let path): "the Lambda runtime API answered \(status.rawValue) to \(path)"
        case .noRequestID: "the Lambda runtime API sent an invocation without Lambda-Runtime-Aws-Request-Id"
        }
    }
}
