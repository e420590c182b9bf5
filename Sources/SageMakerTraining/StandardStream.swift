internal import Glibc

/// Writes whole lines to the process's output without a buffer, so that the job's log has them at once.
public enum StandardStream: Sendable {
    case output
    case error

    private var descriptor: Int32 {
        switch self {
        case .output: STDOUT_FILENO
        case .error: STDERR_FILENO
        }
    }

    /// Whether people look at the stream.
    public var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes a text; a stream that nobody reads is no reason to end a training.
    public func write(_ text: String) {
        _ = Self.write(text, to: descriptor)
    }

    /// Writes all bytes of a text; false when that is not possible.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
