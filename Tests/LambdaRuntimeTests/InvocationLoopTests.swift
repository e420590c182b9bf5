import Dispatch
import HTTP
import LambdaEvents
import Logging
import Synchronization
import TestSupport
import Testing

@testable import LambdaRuntime

struct InvocationLoopTests {
    private struct Echo: HTTPResponder {
        func isImmediate(method: HTTPMethod, path: String) -> Bool { true }

        func respond(to request: HTTPRequest) -> HTTPResponse {
            HTTPResponse(status: .ok, headers: ["X-Path": request.path], body: request.body)
        }
    }

    private static func loop(_ address: String, maximumBodyBytes: Int? = nil) -> InvocationLoop {
        var logger = Logger(label: "loop")
        logger.logLevel = .critical
        return InvocationLoop(
            address: address,
            responder: Echo(),
            maximumBodyBytes: maximumBodyBytes,
            logger: logger
        )
    }

    @Test func bodyOverTheLimitIsRefused() {
        let loop = Self.loop("127.0.0.1:1", maximumBodyBytes: 4)
        #expect(loop.answer(to: Array(#""ab""#.utf8)) == .response(Array(#""ab""#.utf8)))
        guard case .failure(let failure) = loop.answer(to: Array(#""abc""#.utf8)) else {
            Issue.record("the event should be too large")
            return
        }
        #expect(failure.type == "Carteiro.content_too_large")
        #expect(failure.message.contains("larger than 4 bytes"))
    }

    @Test func withoutASettingLambdasOwnLimitHolds() {
        let text = "\"" + String(repeating: "a", count: LambdaLimits.payloadBytes) + "\""
        guard case .failure(let failure) = Self.loop("127.0.0.1:1").answer(to: Array(text.utf8)) else {
            Issue.record("the event should be too large")
            return
        }
        #expect(failure.message.contains("larger than 6291556 bytes"))
    }

    @Test func invocationsAreAnsweredUntilTheEnd() throws {
        let api = try RuntimeAPIStandIn()
        let loop = Self.loop(api.address)
        let progress = LoopProgress()
        DispatchQueue(label: "loop").async { try? loop.run(progress) }
        #expect(api.invoke(#"{"a":1}"#)?.body == #"{"a":1}"#)
        #expect(api.invoke(#"{"a":2}"#)?.body == #"{"a":2}"#)
        #expect(progress.stop(within: 60))
    }

    @Test func silentRuntimeAPIEndsTheLoop() {
        let error = #expect(throws: RuntimeAPIError.self) { try Self.loop("127.0.0.1:1").run(LoopProgress()) }
        #expect(error?.description.contains("cannot ask http://127.0.0.1:1/2018-06-01/runtime/invocation/next") == true)
    }

    @Test func refusingRuntimeAPIEndsTheLoop() throws {
        // The stand-in for MLflow knows none of the paths.
        let other = try TrackingServerStandIn()
        let address = String(other.uri.dropFirst("http://".count))
        let error = #expect(throws: RuntimeAPIError.self) { try Self.loop(address).run(LoopProgress()) }
        #expect(error?.description == "the Lambda runtime API answered 404 to next")
        let refused = #expect(throws: RuntimeAPIError.self) {
            try InitializationFailure.report(code: "x", message: "y", to: address)
        }
        #expect(refused?.description == "the Lambda runtime API answered 404 to /init/error")
    }
}
