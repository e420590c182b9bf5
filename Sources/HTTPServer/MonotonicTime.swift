internal import Glibc

/// A moment on the clock that never goes back, in nanoseconds since the machine started.
struct MonotonicTime: Comparable, Sendable {
    var nanoseconds: Int64

    /// Reads the clock; no system call on Linux.
    static func now() -> MonotonicTime {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }

    static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The moment `seconds` later; beyond 200 years nothing changes any more.
    static func + (time: MonotonicTime, seconds: Double) -> MonotonicTime {
        MonotonicTime(nanoseconds: time.nanoseconds &+ Int64(max(0, min(seconds, 6e9)) * 1e9))
    }

    /// The seconds from `earlier` to `later`.
    static func - (later: MonotonicTime, earlier: MonotonicTime) -> Double {
        Double(later.nanoseconds &- earlier.nanoseconds) / 1e9
    }
}
