internal import HTTP

/// A streamed request as the responder sees it; its calls wait for the I/O thread, which reads and sends on.
struct StreamExchange: HTTPExchange {
    let connection: Connection
    let mailbox: Mailbox
    let dates: DateClock

    func read() throws(HTTPError) -> [UInt8]? {
        let (piece, needsLoop) = connection.takeBody()
        if needsLoop { mailbox.post(connection) }
        switch piece {
        case .bytes(let bytes): return bytes
        case .end: return nil
        case .failure(let error): throw error
        }
    }

    func begin(_ response: HTTPResponse) throws(HTTPError) {
        let encoder = dates.encoder()
        try output { state, now in state.beginAnswer(response, encoder: encoder, now: now) }
    }

    func write(_ bytes: [UInt8]) throws(HTTPError) {
        try output { state, now in state.appendAnswer(bytes, now: now) }
    }

    /// Ends the exchange, with the error that the responder gave up with.
    func end(_ error: HTTPError?) {
        let encoder = dates.encoder()
        let (_, needsLoop) = connection.output { state, now in
            state.endStreaming(error, encoder: encoder, now: now)
            return true
        }
        if needsLoop { mailbox.post(connection) }
    }

    private func output(_ body: (inout ConnectionState, MonotonicTime) -> Bool?) throws(HTTPError) {
        let (isDone, needsLoop) = connection.output(body)
        if needsLoop { mailbox.post(connection) }
        guard isDone else { throw HTTPError(.connectionLost) }
    }
}

extension Connection {
    /// Notes that the answer to the request that a worker has comes piece by piece.
    func beginAnsweringInPieces() {
        state.withLock { $0.beganAnsweringInPieces() }
    }

    /// Waits for a piece of a streamed body; `needsLoop` when the I/O thread can read on.
    func takeBody() -> (piece: StreamedBody.Piece, needsLoop: Bool) {
        state.wait { state in
            state.takeBody(now: .now()).map { ($0, !state.isQuiet) }
        } ?? (.failure(HTTPError(.connectionLost)), false)
    }

    /// Waits until `body` has put something into the output, and sends it as far as it goes.
    func output(
        _ body: (inout ConnectionState, MonotonicTime) -> Bool?
    ) -> (isDone: Bool, needsLoop: Bool) {
        state.wait { state in
            let now = MonotonicTime.now()
            guard let isDone = body(&state, now) else { return nil }
            while state.canSend { send(&state, now: now) }
            return (isDone, !state.isClosed && !state.isQuiet)
        } ?? (false, false)
    }
}
