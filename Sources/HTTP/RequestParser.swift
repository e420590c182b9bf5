/// Reads one request after the other from a stream of bytes that arrives in pieces of any size (RFC 9112).
///
/// Strict: whatever could be read in two ways is an error, after which the stream can't be read further.
/// Complexity: O(bytes); a request with a short head and a body costs three allocations.
public struct RequestParser: Sendable {
    /// How far the current request has come.
    public enum Phase: Equatable, Sendable {
        /// No byte of it has come.
        case idle
        case head
        case body
        case complete
        /// An error was thrown; nothing further can be read.
        case failed
    }

    /// A request together with what the connection must know about it.
    public struct Message: Sendable {
        /// The request with its whole body.
        public var request: HTTPRequest
        /// Whether the client lets the connection stay open (RFC 9112 section 9.3).
        public var keepsAlive: Bool
        /// 0 for HTTP/1.0, 1 for HTTP/1.1.
        public var minorVersion: Int
    }

    private enum State: Sendable {
        case head
        case length(remaining: Int)
        case chunked(ChunkedDecoder)
        case complete
        case failed
    }

    /// Tells by method and path whether a body is to be handed over piece by piece.
    public typealias StreamDecision = @Sendable (HTTPMethod, String) -> Bool

    private let limits: HTTPLimits
    private let streams: StreamDecision?
    private var head: HeadParser
    private var state = State.head
    private var body: [UInt8] = []
    /// Whether the client holds the body back until it gets 100 (RFC 9110 section 10.1.1).
    public private(set) var awaitsContinue = false

    /// Whether the current body is handed over piece by piece, by `takeStreamedHead` and `takePiece`.
    public private(set) var isStreaming = false
    private var hasTakenHead = false

    /// Memory is reserved up to this many bytes on the word of a Content-Length alone.
    static let trustedLength = 8 * 1_024 * 1_024

    /// Creates a parser for a new connection.
    public init(limits: HTTPLimits = HTTPLimits(), streams: StreamDecision? = nil) {
        self.limits = limits
        self.streams = streams
        head = HeadParser(limits: limits)
    }

    /// How far the current request has come.
    public var phase: Phase {
        switch state {
        case .head: head.isEmpty ? .idle : .head
        case .length, .chunked: .body
        case .complete: .complete
        case .failed: .failed
        }
    }

    /// The number of bytes of the current body that have come.
    public var bodyCount: Int { body.count }

    /// Takes bytes up to the end of the current request and returns how many were taken.
    ///
    /// Throws: an error after which the connection must be closed.
    public mutating func consume(_ input: Span<UInt8>) throws(HTTPError) -> Int {
        do {
            return try advance(input)
        } catch {
            state = .failed
            throw error
        }
    }

    private mutating func advance(_ input: Span<UInt8>) throws(HTTPError) -> Int {
        var taken = 0
        if case .head = state {
            taken = try head.consume(input)
            if head.isComplete { try beginBody() }
        }
        switch state {
        case .length(let remaining): taken += consumeBody(input.extracting(taken...), remaining: remaining)
        case .chunked(let decoder): taken += try consumeBody(input.extracting(taken...), with: decoder)
        case .head, .complete, .failed: break
        }
        return taken
    }

    /// Notes that 100 was sent, or that the client didn't wait for it.
    public mutating func didContinue() {
        awaitsContinue = false
    }

    /// Takes the complete request out and makes ready for the next one; nothing when it is not complete.
    public mutating func takeMessage() -> Message? {
        guard case .complete = state, !isStreaming, let message = takeHead(body: body) else { return nil }
        reset()
        return message
    }

    /// Takes out a request whose body is streamed, without the body, once its head is complete.
    public mutating func takeStreamedHead() -> Message? {
        guard isStreaming, !hasTakenHead else { return nil }
        hasTakenHead = true
        return takeHead(body: [])
    }

    /// Takes out what has come of a streamed body.
    public mutating func takePiece() -> [UInt8] {
        let piece = body
        body = []
        return piece
    }

    /// Makes ready for the next request after a streamed one is complete; false while it is not.
    public mutating func finishStream() -> Bool {
        guard isStreaming, hasTakenHead, case .complete = state else { return false }
        reset()
        return true
    }

    private mutating func takeHead(body: [UInt8]) -> Message? {
        guard let line = head.requestLine else { return nil }
        let finished = head
        head = HeadParser(limits: limits)
        let keepsAlive = finished.framing.keepsAlive(minorVersion: line.minorVersion)
        let request = HTTPRequest(
            method: line.method,
            path: line.path,
            query: line.query,
            headers: finished.takeHeaders(),
            body: body
        )
        return Message(request: request, keepsAlive: keepsAlive, minorVersion: line.minorVersion)
    }

    private mutating func reset() {
        body = []
        state = .head
        awaitsContinue = false
        isStreaming = false
        hasTakenHead = false
    }

    private mutating func beginBody() throws(HTTPError) {
        guard let line = head.requestLine else { return }
        let minorVersion = line.minorVersion
        var limits = limits
        if let streams, streams(line.method, line.path) {
            isStreaming = true
            limits.bodyBytes = .max
        }
        switch try head.framing.body(minorVersion: minorVersion, limits: limits) {
        case .length(0):
            state = .complete
            return
        case .length(let length):
            if !isStreaming { body.reserveCapacity(min(length, Self.trustedLength)) }
            state = .length(remaining: length)
        case .chunked:
            state = .chunked(ChunkedDecoder(limits: limits))
        }
        awaitsContinue = head.framing.awaitsContinue(minorVersion: minorVersion)
    }

    private mutating func consumeBody(_ input: Span<UInt8>, remaining: Int) -> Int {
        let count = min(remaining, input.count)
        body.append(copying: input.extracting(..<count))
        if count > 0 { awaitsContinue = false }
        state = count == remaining ? .complete : .length(remaining: remaining - count)
        return count
    }

    private mutating func consumeBody(
        _ input: Span<UInt8>,
        with decoder: consuming ChunkedDecoder
    ) throws(HTTPError) -> Int {
        if input.count > 0 { awaitsContinue = false }
        var decoder = decoder
        let taken = try decoder.consume(input, into: &body)
        state = decoder.isComplete ? .complete : .chunked(decoder)
        return taken
    }
}
