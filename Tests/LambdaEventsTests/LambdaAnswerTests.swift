import HTTP
import JSON
import Testing

@testable import LambdaEvents

struct LambdaAnswerTests {
    private static func envelope(_ response: HTTPResponse) throws -> JSONValue {
        guard case .response(let bytes) = LambdaAnswer(response, to: .gateway) else { return .null }
        return try JSONValue(parsing: bytes)
    }

    @Test func gatewayAnswerHasStatusFieldsAndBody() throws {
        let response = HTTPResponse(
            status: .badRequest,
            headers: ["Content-Type": "text/csv", "X-A": "1", "x-a": "2"],
            body: Array("n\u{e3}o \"a\"\n".utf8)
        )
        #expect(
            try Self.envelope(response) == [
                "statusCode": 400, "headers": ["Content-Type": "text/csv", "X-A": "1, 2"],
                "body": "n\u{e3}o \"a\"\n", "isBase64Encoded": false,
            ]
        )
    }

    @Test func onlyABodyThatIsNoTextIsBase64() throws {
        let answer = try Self.envelope(HTTPResponse(status: .ok, body: [0xFF, 0]))
        #expect(answer["body"] == "/wA=")
        #expect(answer["isBase64Encoded"] == true)
    }

    @Test func directAnswerIsTheBodyItself() {
        let body = Array(#"{"predictions":[]}"#.utf8)
        #expect(LambdaAnswer(HTTPResponse(status: .ok, body: body), to: .direct) == .response(body))
        #expect(LambdaAnswer(HTTPResponse(status: .noContent), to: .direct) == .response(Array("null".utf8)))
    }

    @Test func directErrorIsAFailure() {
        let body = Array(#"{"error":{"code":"empty_body","message":"no record"}}"#.utf8)
        #expect(
            LambdaAnswer(HTTPResponse(status: .badRequest, body: body), to: .direct)
                == .failure(LambdaFailure(code: "empty_body", message: "no record"))
        )
        #expect(
            LambdaAnswer(HTTPResponse(status: .internalServerError, body: Array("oh".utf8)), to: .direct)
                == .failure(LambdaFailure(code: "status_500", message: "oh"))
        )
    }

    @Test func answerOverTheLimitIsAShortOneThatSaysSo() throws {
        // Each quote takes two bytes in JSON, so the body alone would fit and its envelope does not.
        let body = [UInt8](repeating: UInt8(ascii: "\""), count: LambdaLimits.payloadBytes / 2 + 1)
        let answer = try Self.envelope(HTTPResponse(status: .ok, body: body))
        #expect(answer["statusCode"] == 413)
        #expect(answer["body"]?.stringValue?.contains("answer_too_large") == true)
        let direct = LambdaAnswer(HTTPResponse(status: .ok, body: body + body), to: .direct)
        guard case .failure(let failure) = direct else {
            Issue.record("the answer should be a failure")
            return
        }
        #expect(failure.type == "Carteiro.answer_too_large")
        #expect(failure.message.contains("larger than Lambda's 6291556 bytes"))
    }

    @Test func failureIsTheObjectThatLambdaWants() throws {
        let failure = LambdaFailure(code: "model_unusable", message: "no file \"x\"")
        #expect(
            try JSONValue(parsing: failure.body) == [
                "errorType": "Carteiro.model_unusable", "errorMessage": "no file \"x\"",
            ]
        )
        let long = LambdaFailure(code: "x", message: String(repeating: "\u{e3}", count: 10_000))
        #expect(long.body.count < 5_000)
    }
}
