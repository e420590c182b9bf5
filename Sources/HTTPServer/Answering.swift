internal import HTTP

/// What a worker does with a request.
struct Answering: Sendable {
    private let responder: any HTTPResponder
    private let streamer: (any HTTPStreamingResponder)?
    private let mailbox: Mailbox
    private let dates: DateClock

    init(responder: any HTTPResponder, mailbox: Mailbox, dates: DateClock) {
        self.responder = responder
        streamer = responder as? any HTTPStreamingResponder
        self.mailbox = mailbox
        self.dates = dates
    }

    /// Tells which bodies are streamed; nil when the responder streams none.
    var streams: RequestParser.StreamDecision? {
        guard let streamer else { return nil }
        return { method, path in streamer.isStreamed(method: method, path: path) }
    }

    /// Computes the answer and sends it.
    func answer(_ pending: PendingAnswer) {
        if let streamer, pending.isStreamed || streamer.isAnsweredInPieces(pending.request) {
            if !pending.isStreamed { pending.connection.beginAnsweringInPieces() }
            stream(pending, streamer)
            return
        }
        let response = responder.respond(to: pending.request)
        if pending.connection.complete(response, encoder: dates.encoder()) { mailbox.post(pending.connection) }
    }

    private func stream(_ pending: PendingAnswer, _ streamer: any HTTPStreamingResponder) {
        let exchange = StreamExchange(connection: pending.connection, mailbox: mailbox, dates: dates)
        do {
            try streamer.respond(to: pending.request, over: exchange)
            exchange.end(nil)
        } catch {
            exchange.end(error)
        }
    }
}
