public import HTTP

/// Answers `/ping`: 200 with an empty body once predictions can be made, 503 before.
public struct PingHandler: Sendable {
    let slot: ModelSlot

    /// Creates a handler that tells the state of `slot`.
    public init(slot: ModelSlot) {
        self.slot = slot
    }

    /// Answers at once; any method may ask, since AWS's guide names both GET and POST.
    public func respond(to request: HTTPRequest) throws(InferenceError) -> HTTPResponse {
        _ = try slot.model()
        return HTTPResponse(status: .ok)
    }
}
