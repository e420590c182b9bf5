import HTTP
import JSON
import Testing

@testable import LambdaEvents

struct LambdaEventTests {
    private static func event(_ text: String) throws -> LambdaEvent {
        try LambdaEvent(parsing: Array(text.utf8))
    }

    @Test func httpAPIEventIsARequest() throws {
        let event = try Self.event(
            """
            {"version":"2.0","routeKey":"$default","rawPath":"/invocations","rawQueryString":"top_k=2&a=%20b",
             "headers":{"content-type":"text/csv","accept":"text/csv,text/plain"},
             "requestContext":{"http":{"method":"POST","path":"/invocations"},"stage":"$default"},
             "body":"ol\\u00e1","isBase64Encoded":false}
            """
        )
        #expect(event.origin == .gateway)
        #expect(event.request.method == .post)
        #expect(event.request.path == "/invocations")
        #expect(event.request.query == "top_k=2&a=%20b")
        #expect(event.request.headers["Content-Type"] == "text/csv")
        #expect(event.request.body == Array("ol\u{e1}".utf8))
    }

    @Test func restAPIEventIsARequest() throws {
        let event = try Self.event(
            """
            {"resource":"/{proxy+}","path":"/invocations","httpMethod":"POST","headers":{"Accept":"a/b"},
             "multiValueHeaders":{"Accept":["text/csv","text/plain"],"X-Null":null},
             "queryStringParameters":{"top_k":"2"},"multiValueQueryStringParameters":{"top_k":["2"],"q":["a b","c&d"]},
             "requestContext":{"stage":"prod","path":"/prod/invocations"},"body":null,"isBase64Encoded":false}
            """
        )
        #expect(event.origin == .gateway)
        #expect(event.request.method == .post)
        #expect(event.request.path == "/invocations")
        #expect(event.request.query == "top_k=2&q=a%20b&q=c%26d")
        #expect(event.request.headers["accept"] == "text/csv, text/plain")
        #expect(event.request.body.isEmpty)
    }

    @Test func eventsWithoutListsOfValuesAreRead() throws {
        let event = try Self.event(
            #"{"httpMethod":"GET","path":"/ping","headers":{"A":"b"},"queryStringParameters":{"x":"1"}}"#
        )
        #expect(event.request.headers["A"] == "b")
        #expect(event.request.query == "x=1")
    }

    @Test func queryOfALoadBalancerIsEncodedAlready() throws {
        let event = try Self.event(
            """
            {"requestContext":{"elb":{"targetGroupArn":"arn"}},"httpMethod":"GET","path":"/ping",
             "queryStringParameters":{"a":"b%20c"}}
            """
        )
        #expect(event.request.query == "a=b%20c")
    }

    @Test(arguments: [
        ("$default", "/invocations", "/invocations"), ("prod", "/prod/invocations", "/invocations"),
        ("prod", "/prod", "/"), ("prod", "/production/ping", "/production/ping"), ("", "/ping", "/ping"),
        ("prod", "/ping", "/ping"), ("prod", "/prod/prod/ping", "/prod/ping"),
    ])
    func stageBeforeThePathIsTakenAway(stage: String, rawPath: String, path: String) throws {
        let event = try Self.event(
            #"{"version":"2.0","rawPath":"\#(rawPath)","requestContext":{"stage":"\#(stage)","http":{"method":"GET"}}}"#
        )
        #expect(event.request.path == path)
        #expect(event.request.query == nil)
    }

    @Test func base64BodyIsDecoded() throws {
        let event = try Self.event(
            """
            {"rawPath":"/invocations","requestContext":{"http":{"method":"POST"}},"body":"AP8=","isBase64Encoded":true}
            """
        )
        #expect(event.request.body == [0, 255])
    }

    @Test(arguments: [
        #"{"instances":["a"]}"#, #"["a"]"#, #""a""#, #"{"text":"a","path":"/x"}"#, "null", "1",
        #"{"requestContext":{"stage":"x"},"text":"a"}"#,
    ])
    func otherEventsAreTheBodyThemselves(text: String) throws {
        let event = try Self.event(text)
        #expect(event.origin == .direct)
        #expect(event.request.method == .post)
        #expect(event.request.path == "/invocations")
        #expect(event.request.headers["Content-Type"] == "application/json")
        #expect(event.request.body == Array(text.utf8))
    }

    @Test(arguments: [
        ("{", "invalid_json", "the event is no JSON: JSON line 1"), ("", "invalid_json", "the event is no JSON"),
        (
            #"{"rawPath":"/","requestContext":{"http":{}}}"#, "malformed_event",
            "the event has no string \"requestContext.http.method\""
        ),
        (
            #"{"requestContext":{"http":{"method":"GET"}}}"#, "malformed_event", "the event has no string \"rawPath\""
        ),
        (
            #"{"rawPath":"/","requestContext":{"http":{"method":"POST"}},"body":{"a":1}}"#, "malformed_event",
            "the event's body must be a string or null, found an object"
        ),
        (
            #"{"httpMethod":"POST","path":"/","body":"%%%","isBase64Encoded":true}"#, "malformed_event",
            "the event's body is not the Base64"
        ),
    ])
    func malformedEventsAreNamed(text: String, code: String, message: String) {
        let error = #expect(throws: LambdaEventError.self) { try Self.event(text) }
        #expect(error?.code == code)
        #expect(error?.description.hasPrefix(message) == true)
    }
}
