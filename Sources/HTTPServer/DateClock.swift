internal import Glibc
internal import HTTP
internal import Synchronization

/// The Date of answers, formatted once a second.
final class DateClock: Sendable {
    private let latest = Mutex(HTTPDate(secondsSinceEpoch: 0))

    /// An encoder with the date of now.
    func encoder() -> ResponseEncoder {
        let seconds = time(nil)
        return latest.withLock { date in
            if date.secondsSinceEpoch != seconds { date = HTTPDate(secondsSinceEpoch: seconds) }
            return ResponseEncoder(date: date)
        }
    }
}
