internal import CLinux
internal import Glibc

/// A descriptor of a non-blocking socket; who holds it must close it.
struct Socket: Sendable {
    /// What a system call on a non-blocking socket came to.
    enum Result: Equatable {
        case bytes(Int)
        case wouldBlock
        case ended
        case failed
    }

    let descriptor: Int32

    /// Reads into `buffer` from its start.
    func read(into buffer: inout [UInt8]) -> Result {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count == 0 { return .ended }
        return Self.result(count)
    }

    /// Sends `bytes`; a closed peer gives `failed`, never SIGPIPE.
    func write(_ bytes: Span<UInt8>) -> Result {
        let flags = Int32(MSG_NOSIGNAL)
        return Self.result(unsafe bytes.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, flags) })
    }

    /// Tells the peer that nothing more comes.
    func shutdownSending() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        _ = Glibc.close(descriptor)
    }

    private static func result(_ count: Int) -> Result {
        if count >= 0 { return .bytes(count) }
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? .wouldBlock : .failed
    }
}
