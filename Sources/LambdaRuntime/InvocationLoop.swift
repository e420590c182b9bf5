public import HTTP
internal import LambdaEvents
public import Logging

/// Takes invocations from Lambda one after the other and answers each by a responder.
public struct InvocationLoop: Sendable {
    private let api: RuntimeAPI
    private let responder: any HTTPResponder
    private let maximumBodyBytes: Int
    private let logger: Logger

    /// Creates a loop over the runtime API at `address`, which is `HOST:PORT`.
    ///
    /// A request with a longer body than `maximumBodyBytes`, or than Lambda's limit, is answered by 413, as the server
    /// does.
    public init(address: String, responder: any HTTPResponder, maximumBodyBytes: Int?, logger: Logger) {
        api = RuntimeAPI(address: address)
        self.responder = responder
        self.maximumBodyBytes = min(maximumBodyBytes ?? LambdaLimits.payloadBytes, LambdaLimits.payloadBytes)
        self.logger = logger
    }

    /// Answers invocations until `progress` asks for the end.
    ///
    /// - Throws: `RuntimeAPIError` when no further invocation comes; an answer that is not taken is logged, and the next
    ///   one is waited for.
    public func run(_ progress: LoopProgress) throws(RuntimeAPIError) {
        while true {
            let invocation = try api.next()
            guard progress.begin() else { return }
            let answer = answer(to: invocation.event)
            do {
                try api.send(answer, to: invocation)
            } catch {
                logger.error("invocation \(invocation.requestID): \(error)")
            }
            guard progress.end() else { return }
        }
    }

    /// Answers the bytes of an event.
    func answer(to event: [UInt8]) -> LambdaAnswer {
        do {
            let event = try LambdaEvent(parsing: event)
            guard event.request.body.count <= maximumBodyBytes else {
                return LambdaAnswer(HTTPError(.bodyTooLarge(limit: maximumBodyBytes)).response, to: event.origin)
            }
            return LambdaAnswer(responder.respond(to: event.request), to: event.origin)
        } catch {
            return .failure(LambdaFailure(error))
        }
    }
}
