import Foundation
import JSON
import TestSupport
import Testing

/// The program as a Lambda function.
@Suite(.serialized)
struct LambdaTests {
    private static func function() throws -> LambdaProcess {
        try LambdaProcess(baseDirectory: MainJobTests.trained.get().folder.folder.path)
    }

    private static func gatewayEvent(
        _ path: String,
        method: String = "POST",
        body: String,
        isBase64: Bool = false
    ) -> String {
        let event: JSONValue = [
            "version": "2.0", "rawPath": .string("/prod\(path)"), "rawQueryString": "top_k=2",
            "headers": ["content-type": "application/json"], "body": .string(body),
            "isBase64Encoded": .bool(isBase64),
            "requestContext": ["stage": "prod", "http": ["method": .string(method), "path": .string(path)]],
        ]
        return event.description
    }

    @Test func gatewayEventsAreAnsweredAsTheServerDoes() throws {
        let function = try Self.function()
        let body = #"{"instances":["Quero trocar o sapato, ficou pequeno"]}"#
        let outcome = try #require(function.api.invoke(Self.gatewayEvent("/invocations", body: body)))
        #expect(outcome.kind == "response")
        let answer = try JSONValue(parsing: outcome.body)
        #expect(answer["statusCode"] == 200)
        #expect(answer["isBase64Encoded"] == false)
        #expect(answer["headers"]?["Content-Type"] == "application/json")
        let text = try #require(answer["body"]?.stringValue)
        let prediction = try #require(try JSONValue(parsing: text)["predictions"]?.arrayValue?.first)
        #expect(prediction["label"]?.stringValue?.isEmpty == false)
        #expect(prediction["labels"]?.arrayValue?.count == 2)

        let encoded = Data(body.utf8).base64EncodedString()
        let second = function.api.invoke(Self.gatewayEvent("/invocations", body: encoded, isBase64: true))
        #expect(second == outcome)
        #expect(function.stop() == 0)
    }

    @Test func pathsAndErrorsHaveTheServersStatuses() throws {
        let function = try Self.function()
        for (method, path, body, status) in [
            ("GET", "/ping", "", 200), ("GET", "/execution-parameters", "", 200), ("GET", "/none", "", 404),
            ("GET", "/invocations", "", 405), ("POST", "/invocations", "{", 400),
            ("POST", "/invocations", String(repeating: " ", count: 6_291_457), 413),
        ] as [(String, String, String, Int)] {
            let outcome = try #require(function.api.invoke(Self.gatewayEvent(path, method: method, body: body)))
            #expect(outcome.kind == "response")
            #expect(try JSONValue(parsing: outcome.body)["statusCode"]?.intValue == status)
        }
        #expect(function.stop() == 0)
    }

    @Test func directEventsAreAnsweredByBareJSON() throws {
        let function = try Self.function()
        let outcome = try #require(function.api.invoke(#"{"text":"meu pedido ainda nao chegou"}"#))
        #expect(outcome.kind == "response")
        #expect(try JSONValue(parsing: outcome.body)["label"]?.stringValue?.isEmpty == false)
        #expect(function.stop() == 0)
    }

    @Test(arguments: [
        (#"{"instances":[1]}"#, "Carteiro.unusable_record"), (#"{"Records":[]}"#, "Carteiro."),
        (#"{"httpMethod":"POST","path":"/invocations","body":7}"#, "Carteiro.malformed_event"),
        ("{no json", "Carteiro.invalid_json"),
    ])
    func eventsThatCannotBeUsedAreFailures(event: String, type: String) throws {
        let function = try Self.function()
        let outcome = try #require(function.api.invoke(event))
        #expect(outcome.kind == "error")
        #expect(outcome.errorType?.hasPrefix(type) == true)
        let failure = try JSONValue(parsing: outcome.body)
        #expect(failure["errorType"]?.stringValue == outcome.errorType)
        #expect(failure["errorMessage"]?.stringValue?.isEmpty == false)
        #expect(function.api.invoke(#"{"text":"a"}"#)?.kind == "response")
        #expect(function.stop() == 0)
    }

    @Test func aThousandInvocationsGoOverOneConnection() throws {
        let function = try Self.function()
        let event = Self.gatewayEvent("/invocations", body: #"["Quero trocar o sapato"]"#)
        let first = try #require(function.api.invoke(event))
        let others = (1..<1_000).count { _ in function.api.invoke(event) == first }
        #expect(others == 999)
        #expect(function.api.connections == 1)
        #expect(function.stop() == 0)
    }

    @Test func withoutAModelLambdaLearnsWhy() throws {
        let empty = try TemporaryFolder()
        let function = try LambdaProcess(baseDirectory: empty.path)
        let outcome = try #require(function.api.outcome())
        #expect(outcome.errorType == "Carteiro.model_unusable")
        #expect(outcome.body.contains("carteiro.model"))
        #expect(function.waitForEnd() == 1)
        #expect(function.api.asked == 0)
    }

    @Test func settingsThatCannotBeUsedAreToldToo() throws {
        let empty = try TemporaryFolder()
        let function = try LambdaProcess(
            baseDirectory: empty.path,
            environment: ["SAGEMAKER_INFERENCE_OUTPUT": "colour"]
        )
        #expect(try #require(function.api.outcome()).errorType == "Carteiro.invalid_setting")
        #expect(function.waitForEnd() == 1)
    }

    @Test func outsideLambdaTheProgramSaysSo() throws {
        let outcome = try CarteiroExecutable().run(["lambda"], environment: ["AWS_LAMBDA_RUNTIME_API": ""])
        #expect(outcome.status == 1)
        #expect(outcome.log.contains("AWS_LAMBDA_RUNTIME_API is not set"))
    }
}
