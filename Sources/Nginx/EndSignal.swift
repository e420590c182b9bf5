internal import Glibc

/// Tells waiting threads that something has ended; a pipe whose writing end is closed then.
final class EndSignal: Sendable {
    private let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = unsafe pipe(&ends)
        reading = ends[0]
        writing = ends[1]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Wakes all who wait, now and later.
    func signal() {
        var byte: UInt8 = 1
        _ = unsafe write(writing, &byte, 1)
    }

    /// Waits for the signal; false when `seconds` pass before.
    func wait(seconds: Double) -> Bool {
        var descriptor = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&descriptor, 1, Int32(max(0, min(seconds, 1e6)) * 1_000)) > 0
    }
}
