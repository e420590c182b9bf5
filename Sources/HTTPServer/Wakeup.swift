internal import CLinux
internal import Glibc

/// A descriptor by which one thread wakes another one that waits in poll or epoll (eventfd).
struct Wakeup: Sendable {
    let descriptor: Int32

    init() throws(SocketError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard descriptor >= 0 else { throw SocketError.last("eventfd", endpoint: "eventfd") }
    }

    /// Makes the descriptor readable.
    func signal() {
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Makes the descriptor unreadable again.
    func clear() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}
