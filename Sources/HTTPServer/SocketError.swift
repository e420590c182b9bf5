internal import Glibc

/// Why a server could not start.
public struct SocketError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What failed.
    public enum Kind: Equatable, Sendable {
        case addressInUse
        case permissionDenied
        case pathTooLong(limit: Int)
        case noEndpoint
        case alreadyStarted
        /// A system call failed with this number.
        case system(call: String, number: Int32)
    }

    /// What failed.
    public var kind: Kind
    /// Where, such as `port 8080`.
    public var endpoint: String

    /// Creates an error.
    public init(_ kind: Kind, endpoint: String = "") {
        self.kind = kind
        self.endpoint = endpoint
    }

    /// An error from `errno` after a failed `call`.
    static func last(_ call: String, endpoint: String) -> SocketError {
        switch errno {
        case EADDRINUSE: SocketError(.addressInUse, endpoint: endpoint)
        case EACCES, EPERM: SocketError(.permissionDenied, endpoint: endpoint)
        default: SocketError(.system(call: call, number: errno), endpoint: endpoint)
        }
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .addressInUse: "cannot listen on \(endpoint): it is in use; stop the other program or choose another"
        case .permissionDenied: "cannot listen on \(endpoint): permission denied; choose another or run as root"
        case .pathTooLong(let limit): "cannot listen on \(endpoint): the path is longer than \(limit) bytes; shorten it"
        case .noEndpoint: "cannot start the server: no endpoint is given; name a port or a socket path"
        case .alreadyStarted: "cannot start the server: it runs already"
        case .system(let call, let number): "cannot listen on \(endpoint): \(call) failed: \(Self.text(of: number))"
        }
    }

    /// The C library's words for an error number.
    private static func text(of number: Int32) -> String {
        // strerror gives a terminated string that stays until the next call in this thread.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
