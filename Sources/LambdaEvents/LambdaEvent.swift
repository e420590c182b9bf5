public import HTTP
internal import JSON

/// What one invocation of a Lambda function brings, as a request.
///
/// Source: AWS, "Create AWS Lambda proxy integrations for HTTP APIs" (formats 2.0 and 1.0) and "Lambda function URLs".
public struct LambdaEvent: Sendable {
    /// Where an event comes from, which decides the shape of its answer.
    public enum Origin: Sendable, Equatable {
        /// An HTTP API, a REST API, a function URL or a load balancer: the answer has a status, fields and a body.
        case gateway
        /// A caller of the function itself: the event is the body, and so is the answer.
        case direct
    }

    /// Where the event comes from.
    public let origin: Origin
    /// The request; that of a direct event is a POST of JSON to `/invocations`.
    public let request: HTTPRequest

    /// Reads the bytes of an event.
    ///
    /// - Throws: `LambdaEventError` for what is neither JSON nor a whole event of a gateway.
    public init(parsing bytes: [UInt8]) throws(LambdaEventError) {
        let event: JSONValue
        do {
            event = try JSONValue(parsing: bytes, limits: LambdaLimits.json)
        } catch {
            throw LambdaEventError(.invalidJSON(error.description))
        }
        if event["requestContext"]?["http"]?.objectValue != nil {
            origin = .gateway
            request = try GatewayEvent(event).requestOfVersion2()
        } else if event["httpMethod"]?.stringValue != nil, event["path"]?.stringValue != nil {
            origin = .gateway
            request = try GatewayEvent(event).requestOfVersion1()
        } else {
            origin = .direct
            request = Self.request(direct: bytes)
        }
    }

    private static func request(direct bytes: [UInt8]) -> HTTPRequest {
        HTTPRequest(
            method: .post,
            path: "/invocations",
            headers: ["Content-Type": "application/json", "Accept": "application/json"],
            body: bytes
        )
    }
}
