internal import Glibc

/// Why nginx could not be started.
public struct NginxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What failed.
    public enum Kind: Equatable, Sendable {
        case notFound
        case invalidPath
        case alreadyStarted
        /// A system call failed with this number.
        case system(call: String, number: Int32)
    }

    /// What failed.
    public var kind: Kind
    /// The file or list of folders that is meant.
    public var path: String

    /// Creates an error.
    public init(_ kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .notFound: "nginx is not in \(path); install it, or serve without it by --direct"
        case .invalidPath: "nginx can't use the path \(path); use an absolute one of letters, digits and / . _ -"
        case .alreadyStarted: "nginx is started already with \(path)"
        case .system(let call, let number): "cannot start nginx with \(path): \(call) failed: \(Self.text(of: number))"
        }
    }

    /// The C library's words for an error number.
    private static func text(of number: Int32) -> String {
        // strerror gives a terminated string that stays until the next call in this thread.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
