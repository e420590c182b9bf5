internal import HTTP

/// The part of the state machine for requests whose body is taken while it arrives.
extension ConnectionState {
    var isStreaming: Bool {
        if case .streaming = phase { true } else { false }
    }

    /// The responder has taken the head that `nextAction` gave.
    mutating func beganStreaming(now: MonotonicTime) {
        phase = .streaming(StreamedBody(context: context.inPieces))
        takePiece(now: now)
    }

    /// The responder answers a request that came whole piece by piece.
    mutating func beganAnsweringInPieces() {
        guard case .responding(let context) = phase else { return }
        var body = StreamedBody(context: context.inPieces)
        body.append([], isLast: true)
        body.waitsForReader = false
        phase = .streaming(body)
    }

    /// Moves what the parser has decoded to where the reader finds it.
    mutating func takePiece(now: MonotonicTime) {
        guard case .streaming(var body) = phase else { return }
        let piece = parser.takePiece()
        body.append(piece, isLast: parser.finishStream())
        if !piece.isEmpty { waitStart = now }
        phase = .streaming(body)
    }

    /// Notes that the input can't be read further: to the client, or to the reader of a streamed body.
    mutating func failInput(_ error: HTTPError, now: MonotonicTime) {
        guard case .streaming(var body) = phase else {
            fail(error, now: now)
            return
        }
        body.append(parser.takePiece(), isLast: false)
        body.fail(error)
        phase = .streaming(body)
    }

    /// The next piece of the body; nil when it must be waited for.
    mutating func takeBody(now: MonotonicTime) -> StreamedBody.Piece? {
        guard case .streaming(var body) = phase else { return .failure(HTTPError(.connectionLost)) }
        guard let piece = body.take() else { return nil }
        waitStart = now
        phase = .streaming(body)
        return piece
    }

    /// Puts the head of an answer with its first piece into `output`; false when the connection is gone.
    mutating func beginAnswer(_ response: HTTPResponse, encoder: ResponseEncoder, now: MonotonicTime) -> Bool {
        guard case .streaming(var body) = phase, !body.hasBegunAnswer else { return false }
        if isLast || !body.isTaken && response.status.rawValue >= 400 { body.context.keepsAlive = false }
        if response.status.forbidsBody { body.context.omitsBody = true }
        body.hasBegunAnswer = true
        output.encode(response, body.context, encoder)
        phase = .streaming(body)
        waitStart = now
        return true
    }

    /// Puts a piece of the answer into `output`; false when there is no answer to continue, nil when there is no room.
    mutating func appendAnswer(_ piece: [UInt8], now: MonotonicTime) -> Bool? {
        guard case .streaming(let body) = phase, body.hasBegunAnswer else { return false }
        guard output.count < StreamedBody.highWater || !body.waitsForReader else { return nil }
        if output.isEmpty { waitStart = now }
        if !body.context.omitsBody { output.append(piece: piece, body.context.framing) }
        return true
    }

    /// Ends the answer; one that was never begun tells the error, or 500.
    ///
    /// After an error, or when the body was not read to its end, the connection closes.
    mutating func endStreaming(_ error: HTTPError?, encoder: ResponseEncoder, now: MonotonicTime) {
        guard case .streaming(var body) = phase else { return }
        if !body.hasBegunAnswer {
            body.context.keepsAlive = false
            body.context.framing = .length
            let response = error?.response ?? HTTPResponse(status: .internalServerError)
            output.encode(response, body.context, encoder)
        } else if error != nil {
            // Without its last chunk the client sees that the answer is cut.
            body.context.keepsAlive = false
        } else if body.context.framing == .chunked, !body.context.omitsBody {
            output.append(ResponseEncoder.lastChunk)
        }
        let staysOpen = body.context.keepsAlive && body.isTaken
        phase = staysOpen ? .reading : .finishing(lingers: true)
        waitStart = now
    }
}

extension ResponseEncoder.Context {
    /// The same for an answer whose length is not known: an HTTP/1.0 client learns of its end by the closing.
    fileprivate var inPieces: ResponseEncoder.Context {
        var context = self
        context.framing = minorVersion == 0 ? .close : .chunked
        if context.framing == .close { context.keepsAlive = false }
        return context
    }
}
