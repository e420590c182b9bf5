internal import Glibc

/// Why a thread could not be started.
public struct PosixThreadError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The system call that failed.
    public static let call = "pthread_create"
    /// Its error number, such as EAGAIN.
    public let number: Int32

    /// Creates an error from what the call returned.
    public init(number: Int32) {
        self.number = number
    }

    /// The call and the C library's words for its number.
    public var description: String {
        // strerror gives a terminated string that stays until the next call in this thread.
        guard let text = unsafe strerror(number) else { return "\(Self.call) failed: error \(number)" }
        return unsafe "\(Self.call) failed: \(String(cString: text))"
    }
}
