internal import FoundationEssentials
public import HTTP
internal import JSON

/// What is sent back for one invocation.
public enum LambdaAnswer: Sendable, Equatable {
    /// The bytes of the answer.
    case response([UInt8])
    /// The invocation failed.
    case failure(LambdaFailure)

    /// Puts a response into the shape that the event's origin asks for.
    ///
    /// What is over Lambda's limit becomes a short answer that says so, with status 413.
    public init(_ response: HTTPResponse, to origin: LambdaEvent.Origin) {
        switch origin {
        case .gateway:
            let bytes = Self.envelope(of: response)
            self = .response(bytes.count <= LambdaLimits.payloadBytes ? bytes : Self.envelope(of: Self.tooLarge))
        case .direct:
            if response.status.rawValue >= 400 {
                self = .failure(LambdaFailure(response))
            } else if response.body.count > LambdaLimits.payloadBytes {
                self = .failure(LambdaFailure(LambdaEventError(.answerTooLarge(limit: LambdaLimits.payloadBytes))))
            } else {
                // Lambda refuses an answer that is no JSON, and a body may be absent.
                self = .response(response.body.isEmpty ? Array("null".utf8) : response.body)
            }
        }
    }

    private static var tooLarge: HTTPResponse {
        let error = LambdaEventError(.answerTooLarge(limit: LambdaLimits.payloadBytes))
        let body: JSONValue = ["error": ["code": .string(error.code), "message": .string(error.description)]]
        return HTTPResponse(
            status: .contentTooLarge,
            headers: ["Content-Type": "application/json"],
            body: body.serialized()
        )
    }

    /// `statusCode`, `headers`, `body` and `isBase64Encoded`; Base64 only for what is not UTF-8.
    private static func envelope(of response: HTTPResponse) -> [UInt8] {
        let text = String(validating: response.body, as: UTF8.self)
        var writer = JSONWriter()
        writer.reserve(response.body.count + response.body.count / 8 + 256)
        writer.beginObject()
        writer.key("statusCode")
        writer.int(response.status.rawValue)
        writer.key("headers")
        write(response.headers, to: &writer)
        writer.key("body")
        writer.string(text ?? Data(response.body).base64EncodedString())
        writer.key("isBase64Encoded")
        writer.bool(text == nil)
        writer.endObject()
        return writer.bytes
    }

    /// The fields by their names; those of one name are joined, since an object has each key once.
    private static func write(_ headers: HTTPHeaders, to writer: inout JSONWriter) {
        var object = JSONObject()
        var written: Set<String> = []
        for field in headers.fields where written.insert(field.name.lowercased()).inserted {
            object[field.name] = headers[field.name].map(JSONValue.string)
        }
        writer.value(.object(object))
    }
}
