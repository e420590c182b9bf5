internal import CLinux
internal import Glibc

/// Tells which descriptors can be read or written (epoll, edge-triggered for connections).
struct Poller: Sendable {
    /// What happened on a descriptor.
    struct Event {
        /// What the descriptor was added under.
        var token: UInt64
        var isReadable: Bool
        var isWritable: Bool
        /// The peer has closed or the connection is broken: reading leads to the end.
        var isEnding: Bool
    }

    /// Room for the events of one wait, reused.
    @safe struct Buffer {
        fileprivate var raw = unsafe [epoll_event](repeating: epoll_event(), count: 256)
    }

    private let descriptor: Int32

    init() throws(SocketError) {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw SocketError.last("epoll_create1", endpoint: "epoll") }
    }

    /// Reports on `descriptor` as long as there is something to read.
    func addLevel(_ descriptor: Int32, token: UInt64) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, EPOLLIN.rawValue, token)
    }

    /// Reports on `descriptor` once for each arrival of bytes.
    func addEdge(_ descriptor: Int32, token: UInt64) -> Bool {
        control(EPOLL_CTL_ADD, descriptor, EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue, token)
    }

    /// From now on also reports when `descriptor` can be written, at once if it can be now.
    func awaitWriting(_ descriptor: Int32, token: UInt64) {
        let events = EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLOUT.rawValue | EPOLLET.rawValue
        _ = control(EPOLL_CTL_MOD, descriptor, events, token)
    }

    func remove(_ descriptor: Int32) {
        _ = control(EPOLL_CTL_DEL, descriptor, 0, 0)
    }

    func close() {
        _ = Glibc.close(descriptor)
    }

    /// Waits at most `milliseconds`, without end when negative, and hands each event over.
    func wait(_ milliseconds: Int32, using buffer: inout Buffer, _ body: (Event) -> Void) {
        let count = unsafe buffer.raw.withUnsafeMutableBufferPointer {
            unsafe epoll_wait(descriptor, $0.baseAddress, Int32($0.count), milliseconds)
        }
        guard count > 0 else { return }
        for index in 0..<Int(count) {
            body(unsafe Self.event(buffer.raw[index]))
        }
    }

    private static func event(_ raw: epoll_event) -> Event {
        let events = unsafe raw.events
        let isEnding = events & (EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        return Event(
            token: unsafe raw.data.u64,
            isReadable: isEnding || events & EPOLLIN.rawValue != 0,
            isWritable: isEnding || events & EPOLLOUT.rawValue != 0,
            isEnding: isEnding
        )
    }

    private func control(_ operation: Int32, _ target: Int32, _ events: UInt32, _ token: UInt64) -> Bool {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(u64: token))
        return unsafe epoll_ctl(descriptor, operation, target, &event) == 0
    }
}
