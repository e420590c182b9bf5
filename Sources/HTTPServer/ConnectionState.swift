internal import HTTP

/// What a connection does next, decided from bytes, answers and time alone; it knows no socket.
///
/// One request at a time is with the responder; what was read beyond it waits, so answers keep the order of requests.
struct ConnectionState: Sendable {
    /// What the owner of the socket must do next.
    enum Action {
        /// Read, and tell `received`, `endedInput` or `readWouldBlock`.
        case read
        /// Send `output`, and tell `sent` or `writeWouldBlock`.
        case write
        /// Get an answer and tell `finish`.
        case respond(HTTPRequest)
        /// Get an answer to a request whose body is still to come; see the streaming extension.
        case stream(HTTPRequest)
        /// Say that nothing more comes; the peer's bytes are then read and thrown away.
        case shutdownSending
        case close
        /// Nothing until the socket, the responder or the clock has news.
        case wait
    }

    enum Phase: Sendable {
        case reading
        case responding(ResponseEncoder.Context)
        case streaming(StreamedBody)
        /// The last answer is on its way out.
        case finishing(lingers: Bool)
        case lingering
        case closed
    }

    private let timeouts: ServerTimeouts
    var parser: RequestParser
    var phase = Phase.reading
    private var pending: HTTPRequest?
    /// How the request that was read last is to be answered.
    private(set) var context = ResponseEncoder.Context()
    private var leftover = InputBuffer()
    private var canRead = true
    private var canWrite = true
    private var readsToEnd = false
    private var inputEnded = false
    private var isDraining = false
    /// The moment from which the current wait is measured.
    var waitStart: MonotonicTime

    /// Bytes that are to be sent.
    var output = OutputBuffer()

    init(
        limits: HTTPLimits,
        timeouts: ServerTimeouts,
        now: MonotonicTime,
        streams: RequestParser.StreamDecision? = nil
    ) {
        self.timeouts = timeouts
        parser = RequestParser(limits: limits, streams: streams)
        waitStart = now
    }

    /// Whether nothing is left to do until there is news from outside.
    var isQuiet: Bool {
        if !output.isEmpty, canWrite { return false }
        if case .streaming(let body) = phase { return !(body.hasRoom && canRead) }
        if !output.isEmpty { return true }
        guard case .reading = phase else { return false }
        return pending == nil && leftover.isEmpty && !canRead && !inputEnded
    }

    /// Whether there is something to send and room for it.
    var canSend: Bool { !output.isEmpty && canWrite }

    var isClosed: Bool {
        if case .closed = phase { true } else { false }
    }

    /// Decides what comes next.
    mutating func nextAction(now: MonotonicTime) -> Action {
        if case .closed = phase { return .close }
        if canSend { return .write }
        if case .streaming(let body) = phase { return body.hasRoom && canRead ? .read : .wait }
        if !output.isEmpty { return .wait }
        switch phase {
        case .reading: return nextWhileReading(now)
        case .responding, .streaming: return .wait
        case .finishing(let lingers): return finish(lingers: lingers, now)
        case .lingering: return inputEnded ? .close : canRead ? .read : .wait
        case .closed: return .close
        }
    }

    private mutating func nextWhileReading(_ now: MonotonicTime) -> Action {
        if pending == nil, !leftover.isEmpty {
            let input = leftover
            leftover.remove(input.withUnread { parse($0, now: now) })
            return nextAction(now: now)
        }
        if let request = pending {
            pending = nil
            return parser.isStreaming ? .stream(request) : .respond(request)
        }
        if inputEnded { return .close }
        return canRead ? .read : .wait
    }

    private mutating func finish(lingers: Bool, _ now: MonotonicTime) -> Action {
        guard lingers, !inputEnded else { return .close }
        phase = .lingering
        waitStart = now
        return .shutdownSending
    }

    // MARK: News from the socket

    /// The socket may have bytes; `toEnd` when the peer has closed, so that reading must go on to the end.
    mutating func becameReadable(toEnd: Bool) {
        canRead = true
        if toEnd { readsToEnd = true }
    }

    mutating func becameWritable() {
        canWrite = true
    }

    /// `bytes` were read; `isDrained` when the socket had no more.
    mutating func received(_ bytes: Span<UInt8>, isDrained: Bool, now: MonotonicTime) {
        if isDrained, !readsToEnd { canRead = false }
        guard acceptsInput else { return }
        let taken = parse(bytes, now: now)
        if taken < bytes.count { leftover = InputBuffer(copying: bytes.extracting(taken...)) }
    }

    mutating func readWouldBlock() {
        canRead = false
    }

    mutating func endedInput() {
        inputEnded = true
        canRead = false
        if case .streaming(var body) = phase {
            body.breakOff()
            phase = .streaming(body)
        }
    }

    mutating func sent(_ count: Int, now: MonotonicTime) {
        output.remove(count)
        waitStart = now
    }

    mutating func writeWouldBlock() {
        canWrite = false
    }

    /// The connection is broken, or its socket was closed.
    mutating func abandon() {
        phase = .closed
        output = OutputBuffer()
        leftover = InputBuffer()
        pending = nil
    }

    // MARK: Requests and answers

    /// Reads up to the end of one request and returns how many bytes were taken; all of them after an error.
    private mutating func parse(_ bytes: Span<UInt8>, now: MonotonicTime) -> Int {
        let before = parser.phase
        let taken: Int
        do {
            taken = try parser.consume(bytes)
        } catch {
            failInput(error, now: now)
            return bytes.count
        }
        if parser.phase != before { waitStart = now }
        if let message = parser.takeMessage() ?? parser.takeStreamedHead() { begin(message) }
        if case .streaming = phase { takePiece(now: now) }
        if parser.awaitsContinue {
            parser.didContinue()
            output.append(ResponseEncoder.continueLine)
        }
        return taken
    }

    private var acceptsInput: Bool {
        switch phase {
        case .reading, .streaming: true
        default: false
        }
    }

    private mutating func begin(_ message: RequestParser.Message) {
        pending = message.request
        context = ResponseEncoder.Context(
            omitsBody: message.request.method == .head,
            keepsAlive: message.keepsAlive,
            minorVersion: message.minorVersion
        )
    }

    /// The responder has taken the request that `nextAction` gave.
    mutating func beganResponding() {
        phase = .responding(context)
    }

    /// Puts the answer into `output`.
    mutating func finish(_ response: HTTPResponse, encoder: ResponseEncoder, now: MonotonicTime) {
        guard case .responding(var context) = phase else { return }
        if isLast { context.keepsAlive = false }
        output.encode(response, context, encoder)
        phase = context.keepsAlive ? .reading : .finishing(lingers: canRead || !leftover.isEmpty)
        waitStart = now
    }

    /// Whether the answer is the last one of the connection.
    ///
    /// While draining, what was read already is still answered; the last answer says that the connection closes.
    var isLast: Bool { isDraining && leftover.isEmpty && !canRead }

    /// Answers by an error and closes; the peer gets time to read it.
    mutating func fail(_ error: HTTPError, now: MonotonicTime) {
        output.encode(error.response, ResponseEncoder.Context(keepsAlive: false), ResponseEncoder())
        phase = .finishing(lingers: true)
        leftover = InputBuffer()
        waitStart = now
    }

    // MARK: Time

    /// No further requests after those whose bytes have come.
    mutating func beginDraining(now: MonotonicTime) {
        isDraining = true
        guard case .reading = phase else { return }
        if parser.phase == .idle { waitStart = now }
        // A request may lie in the socket unread.
        canRead = true
    }

    /// When the patience with the peer ends; nil while the responder works.
    var deadline: MonotonicTime? {
        if !output.isEmpty { return waitStart + timeouts.write }
        switch phase {
        case .responding, .closed: return nil
        case .streaming(let body): return body.isAwaited ? waitStart + timeouts.body : nil
        case .finishing, .lingering: return waitStart + timeouts.linger
        case .reading: return readingDeadline
        }
    }

    private var readingDeadline: MonotonicTime {
        switch parser.phase {
        case .idle, .complete, .failed:
            waitStart + (isDraining ? timeouts.drainGrace : timeouts.idle)
        case .head:
            waitStart + timeouts.header
        case .body:
            waitStart + (timeouts.body + Double(parser.bodyCount) / timeouts.bodyBytesPerSecond)
        }
    }

    /// Acts on a deadline that has passed, and tells whether it had.
    mutating func expire(now: MonotonicTime) -> Bool {
        guard let deadline, deadline <= now else { return false }
        if output.isEmpty, case .reading = phase, parser.phase == .head || parser.phase == .body {
            fail(HTTPError(parser.phase == .head ? .headerTimeout : .bodyTimeout), now: now)
        } else {
            abandon()
        }
        return true
    }
}
