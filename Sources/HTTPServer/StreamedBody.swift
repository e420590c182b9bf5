internal import HTTP

/// The part of a streamed request that has come and waits to be taken, and how its answer goes out.
struct StreamedBody: Sendable {
    /// How the answer is written; decided with its head.
    var context: ResponseEncoder.Context
    var hasBegunAnswer = false
    /// Whether writing pauses while the client is slow to read; else what it has not read waits in memory.
    var waitsForReader = true
    private var bytes: [UInt8] = []
    private var isComplete = false
    private var error: HTTPError?

    /// Bytes that wait at most, in each direction, before reading or writing pauses.
    static let highWater = 262_144

    init(context: ResponseEncoder.Context) {
        self.context = context
    }

    /// Whether more may be read from the socket.
    var hasRoom: Bool { !isComplete && error == nil && bytes.count < Self.highWater }

    /// Whether the next move is the client's.
    var isAwaited: Bool { hasRoom && bytes.isEmpty }

    /// Whether the whole body has been taken, so that the next request can follow.
    var isTaken: Bool { isComplete && bytes.isEmpty }

    mutating func append(_ piece: [UInt8], isLast: Bool) {
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        isComplete = isLast
    }

    mutating func fail(_ error: HTTPError) {
        if !isComplete { self.error = self.error ?? error }
    }

    /// The client has closed; that is an error unless the body is whole.
    mutating func breakOff() {
        fail(HTTPError(.connectionLost))
    }

    /// What a reader gets.
    enum Piece {
        case bytes([UInt8])
        case end
        case failure(HTTPError)
    }

    /// Takes what has come; nil when more must be waited for.
    mutating func take() -> Piece? {
        if !bytes.isEmpty {
            let piece = bytes
            bytes = []
            return .bytes(piece)
        }
        if let error { return .failure(error) }
        return isComplete ? .end : nil
    }
}
