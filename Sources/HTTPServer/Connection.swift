internal import HTTP

/// A socket with its state; the I/O thread reads and closes, any thread may bring an answer and send it.
final class Connection: Sendable {
    let token: UInt64
    private let socket: Socket
    private let poller: Poller
    let state: Monitor<ConnectionState>

    /// What the I/O thread does after it has driven a connection as far as it goes.
    enum Progress {
        case waiting
        /// There is more to read, but others come first.
        case yielding
        case request(HTTPRequest)
        /// A request whose body is taken while it arrives.
        case streamedRequest(HTTPRequest)
        case closing
    }

    /// Reads by one connection before others get their turn.
    private static let readsInTurn = 4

    init(socket: Socket, token: UInt64, poller: Poller, state: ConnectionState) {
        self.socket = socket
        self.token = token
        self.poller = poller
        self.state = Monitor(state)
    }

    /// Notes what epoll said.
    func note(_ event: Poller.Event) {
        state.withLock { state in
            if event.isReadable { state.becameReadable(toEnd: event.isEnding) }
            if event.isWritable { state.becameWritable() }
        }
    }

    /// Reads, parses and sends as far as it goes; for the I/O thread only.
    func advance(using buffer: inout [UInt8], now: MonotonicTime) -> Progress {
        state.withLock { state in
            defer { if state.isStreaming { self.state.broadcast() } }
            var reads = 0
            while true {
                switch state.nextAction(now: now) {
                case .wait: return .waiting
                case .close: return .closing
                case .shutdownSending: socket.shutdownSending()
                case .write: send(&state, now: now)
                case .respond(let request):
                    state.beganResponding()
                    return .request(request)
                case .stream(let request):
                    state.beganStreaming(now: now)
                    return .streamedRequest(request)
                case .read:
                    if reads == Self.readsInTurn { return .yielding }
                    reads += 1
                    read(&state, using: &buffer, now: now)
                }
            }
        }
    }

    /// Sends an answer from any thread; true when the I/O thread must look at the connection afterwards.
    func complete(_ response: HTTPResponse, encoder: ResponseEncoder) -> Bool {
        let now = MonotonicTime.now()
        return state.withLock { state in
            if state.isClosed { return false }
            state.finish(response, encoder: encoder, now: now)
            while state.canSend { send(&state, now: now) }
            return !state.isQuiet
        }
    }

    /// Acts on a passed deadline; true when the connection must be driven on.
    func expire(now: MonotonicTime) -> Bool {
        state.withLock { state in
            let wasStreaming = state.isStreaming
            let isExpired = state.expire(now: now)
            if isExpired, wasStreaming { self.state.broadcast() }
            return isExpired
        }
    }

    func beginDraining(now: MonotonicTime) {
        state.withLock { $0.beginDraining(now: now) }
    }

    func fail(_ error: HTTPError, now: MonotonicTime) {
        state.withLock { $0.fail(error, now: now) }
    }

    /// Closes the socket; an answer that comes later is dropped.
    func close() {
        state.withLock { state in
            let wasStreaming = state.isStreaming
            state.abandon()
            socket.close()
            if wasStreaming { self.state.broadcast() }
        }
    }

    private func read(_ state: inout ConnectionState, using buffer: inout [UInt8], now: MonotonicTime) {
        switch socket.read(into: &buffer) {
        case .bytes(let count):
            state.received(buffer.span.extracting(..<count), isDrained: count < buffer.count, now: now)
        case .wouldBlock: state.readWouldBlock()
        case .ended: state.endedInput()
        case .failed: state.abandon()
        }
    }

    /// Sends what is in the output; with the lock held.
    func send(_ state: inout ConnectionState, now: MonotonicTime) {
        switch state.output.withUnsent({ socket.write($0) }) {
        case .bytes(let count): state.sent(count, now: now)
        case .wouldBlock:
            state.writeWouldBlock()
            // epoll reports at once when there is room by now, so no news is lost.
            poller.awaitWriting(socket.descriptor, token: token)
        case .ended, .failed: state.abandon()
        }
    }
}
