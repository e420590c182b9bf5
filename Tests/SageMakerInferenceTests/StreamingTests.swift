import HTTP
import Testing

@testable import SageMakerInference

struct StreamingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let contentType: String
        let accept: String
        let record: @Sendable (Int) -> String
        var head = ""
        var query: String?

        var testDescription: String { "\(contentType) to \(accept) \(query ?? "")" }

        static let records = 1_100
        /// So many bytes that there are several slices.
        var body: [UInt8] {
            Array(
                (head + (0..<Self.records).map { record($0) + String(repeating: "x", count: 70) + ending }.joined())
                    .utf8
            )
        }
        private var ending: String {
            contentType.hasPrefix("application") ? "\"}\n" : contentType == "text/csv" ? "\"\r\n" : "\n"
        }
    }

    /// Limits so small that short bodies have several slices.
    private static var limits: InvocationLimits {
        var limits = InvocationLimits()
        limits.sliceBytes = 20_000
        limits.streamedRecordBytes = 100_000
        limits.streamedDocumentBytes = 50_000
        return limits
    }

    private static let line: @Sendable (Int) -> String = { "{\"text\":\"\($0 % 3 == 0 ? "cupom" : "troca") \($0) " }

    static let cases = [
        Case(contentType: "application/jsonlines", accept: "application/jsonlines", record: line),
        Case(contentType: "application/jsonlines", accept: "application/json", record: line),
        Case(contentType: "application/jsonlines", accept: "text/csv", record: line, query: "top_k=2"),
        Case(contentType: "application/jsonlines", accept: "application/json;format=blazingtext", record: line),
        Case(
            contentType: "text/csv",
            accept: "text/csv",
            record: { "\($0),\"\($0 % 2 == 0 ? "cupom" : "troca\n") \"\"\($0)\"\"\n" },
            head: "id,text\r\n"
        ),
        Case(contentType: "text/csv", accept: "application/jsonlines", record: { "\"cupom\n\($0) " }),
        Case(contentType: "text/plain", accept: "text/plain", record: { "\($0 % 5 == 0 ? "cupom" : "z") \($0) " }),
    ]

    private func request(_ one: Case, body: [UInt8] = []) -> HTTPRequest {
        let headers: HTTPHeaders = [
            "Content-Type": one.contentType, "Accept": one.accept, "X-Amzn-SageMaker-Custom-Attributes": "trace=1",
        ]
        return HTTPRequest(method: .post, path: "/invocations", query: one.query, headers: headers, body: body)
    }

    @Test(arguments: cases, [999, 30_000])
    func slicesGiveTheAnswerOfTheWhole(one: Case, pieceBytes: Int) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        let exchange = StubExchange(one.body, pieceBytes: pieceBytes)
        try router.respond(to: request(one), over: exchange)
        let answer = try #require(exchange.response)
        let whole = router.respond(to: request(one, body: one.body))
        #expect(answer.status == .ok && answer.headers == whole.headers)
        #expect(answer.body == whole.body)
        #expect(exchange.unreadAtBeginning == 0, "nginx passes on no more of a body once the answer has begun")
    }

    @Test(arguments: cases)
    func piecesGiveTheAnswerOfTheWhole(one: Case) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true"], limits: Self.limits)
        let request = request(one, body: one.body)
        #expect(router.isAnsweredInPieces(request))
        let exchange = StubExchange([], pieceBytes: 1)
        try router.respond(to: request, over: exchange)
        #expect(exchange.response == router.respond(to: request))
        #expect(exchange.writes > 2)
    }

    @Test(arguments: ["true", "false"])
    func faultsNameTheirPlaceInTheWholeBody(isBatch: String) throws {
        let router = try InferenceRouter.stub(
            ["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0", "SAGEMAKER_BATCH": isBatch],
            limits: Self.limits
        )
        let one = Self.cases[0]
        let body = one.body + Array("{\"text\":}\n".utf8) + one.body
        let exchange = StubExchange(body, pieceBytes: 10_000)
        try router.respond(to: request(one), over: exchange)
        let answer = try #require(exchange.response)
        let reason = "JSON line \(Case.records + 1), column 9 (byte \(one.body.count + 8)): expected a value"
        #expect(answer.text.contains(reason))
        if isBatch == "true" {
            #expect(answer.body.count { $0 == UInt8(ascii: "\n") } == 2 * Case.records + 1)
        } else {
            #expect(answer.status == .badRequest && answer.text.contains("record \(Case.records) (counted from 0)"))
            #expect(answer.headers["X-Amzn-SageMaker-Custom-Attributes"] == "trace=1")
        }
    }

    @Test func quoteThatNothingClosesLosesNoLine() throws {
        let router = try InferenceRouter.stub(
            ["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0", "SAGEMAKER_BATCH": "true"],
            limits: Self.limits
        )
        let line = String(repeating: "x", count: 99) + "\n"
        let body = Array((line + "\"open\n" + String(repeating: line, count: 2_500)).utf8)
        let headers: HTTPHeaders = ["Content-Type": "text/csv"]
        let exchange = StubExchange(body, pieceBytes: 9_000)
        try router.respond(to: HTTPRequest(method: .post, path: "/invocations", headers: headers), over: exchange)
        #expect(exchange.response?.body.count { $0 == UInt8(ascii: "\n") } == 2_502)
    }

    @Test(arguments: [
        ("{\"instances\":[\"cupom\"]}", "application/json", 200), ("", "text/csv", 400), ("{", "application/json", 400),
    ])
    func shortBodiesAreAnsweredAsUsual(body: String, contentType: String, status: Int) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        let headers: HTTPHeaders = ["Content-Type": contentType]
        let head = HTTPRequest(method: .post, path: "/invocations", headers: headers)
        #expect(router.isStreamed(method: .post, path: "/invocations"))
        let exchange = StubExchange(Array(body.utf8), pieceBytes: 5)
        try router.respond(to: head, over: exchange)
        var whole = head
        whole.body = Array(body.utf8)
        #expect(exchange.response == router.respond(to: whole))
        #expect(exchange.response?.status.rawValue == status)
    }

    @Test func recordWithoutEndIsRefused() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        let body = [UInt8](repeating: 0x61, count: Self.limits.streamedRecordBytes + 1)
        let headers: HTTPHeaders = ["Content-Type": "text/plain"]
        let exchange = StubExchange(body + body, pieceBytes: 9_000)
        try router.respond(to: HTTPRequest(method: .post, path: "/invocations", headers: headers), over: exchange)
        #expect(exchange.response?.status == .contentTooLarge)
        #expect(exchange.response?.text.contains("record_too_long") == true)
    }

    @Test func documentPastItsLimitIsRefused() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        let body = Array(("[" + String(repeating: "\"cupom\",", count: 9_000) + "\"cupom\"]").utf8)
        let headers: HTTPHeaders = ["Content-Type": "application/json"]
        let head = HTTPRequest(method: .post, path: "/invocations", headers: headers)
        let refused = StubExchange(body, pieceBytes: 9_000)
        try router.respond(to: head, over: refused)
        #expect(refused.response?.status == .contentTooLarge)
        #expect(refused.response?.text.contains("application/jsonlines") == true)
        let whole = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"])
        let taken = StubExchange(body, pieceBytes: 9_000)
        try whole.respond(to: head, over: taken)
        #expect(taken.response?.status == .ok)
    }

    @Test func brokenBodyThrowsItsFault() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        let exchange = StubExchange(Self.cases[0].body, pieceBytes: 9_999, fault: HTTPError(.malformedChunk))
        #expect(throws: HTTPError(.malformedChunk)) { try router.respond(to: request(Self.cases[0]), over: exchange) }
        #expect(exchange.response == nil)
    }

    @Test func onlyUnlimitedPredictionsAreStreamed() throws {
        let limited = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "100"], limits: Self.limits)
        #expect(!limited.isStreamed(method: .post, path: "/invocations"))
        let unlimited = try InferenceRouter.stub(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], limits: Self.limits)
        #expect(!unlimited.isStreamed(method: .get, path: "/invocations"))
        #expect(!unlimited.isStreamed(method: .post, path: "/models"))
        #expect(!limited.isAnsweredInPieces(HTTPRequest(method: .post, path: "/invocations", body: [0x61])))
    }

    @Test func spoolGivesBackWhatItTook() throws {
        var spool = AnswerSpool()
        var expected: [UInt8] = []
        for index in 0..<40 {
            let piece = [UInt8](repeating: UInt8(index), count: index * 3_000)
            expected += piece
            try spool.append(piece)
        }
        var found: [UInt8] = []
        spool.drain { found += $0 }
        #expect(found == expected && expected.count > 2 * AnswerSpool.memoryBytes)
    }

    @Test func spoolWithoutAFolderSaysSo() {
        #expect(throws: InferenceError(.noRoomForAnswer)) {
            var spool = AnswerSpool(folder: "/nowhere")
            try spool.append([UInt8](repeating: 0, count: AnswerSpool.memoryBytes))
        }
    }
}
