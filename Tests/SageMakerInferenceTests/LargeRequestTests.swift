import Dispatch
import DriftDetection
import HTTP
import Testing
import TextClassification

@testable import SageMakerInference

/// Requests of many pieces, which several threads answer.
struct LargeRequestTests {
    private static let records = 1_600

    struct Case: Sendable, CustomTestStringConvertible {
        let contentType: String
        let accept: String
        var query: String?
        var head = ""
        var end = ""
        let record: @Sendable (Int) -> String

        var testDescription: String { "\(contentType) to \(accept) \(query ?? "")" }
        var body: [UInt8] { Array((head + (0..<records).map(record).joined() + end).utf8) }
    }

    private static func word(_ index: Int) -> String { ["cupom", "troca", "nada"][index % 7 % 3] + " \(index)" }

    private static let json: @Sendable (Int) -> String = { "{\"text\":\"\(word($0))\"}\n" }
    /// Lines of which some ask for classes, and some cannot be used.
    private static let uneven: @Sendable (Int) -> String = { index in
        switch index % 50 {
        case 3: "{\"text\":\"\(word(index))\",\"k\":2}\r\n"
        case 17: "{\"text\":}\n"
        case 29: "\n"
        case 31: "{\"other\":1}\n"
        default: json(index)
        }
    }

    static let cases = [
        Case(contentType: "application/jsonlines", accept: "application/jsonlines", record: json),
        Case(contentType: "application/jsonlines", accept: "application/json", query: "explain=2", record: json),
        Case(contentType: "application/jsonlines", accept: "text/csv", query: "k=2&explain=true", record: json),
        Case(contentType: "application/jsonlines", accept: "text/csv", record: uneven),
        Case(contentType: "application/jsonlines", accept: "application/json", query: "k=3", record: uneven),
        Case(contentType: "application/jsonlines", accept: "text/plain", record: uneven),
        Case(contentType: "text/plain", accept: "application/jsonlines", record: { word($0) + "\r\n" }),
        Case(contentType: "text/plain; charset=latin1", accept: "text/csv", record: { "ç" + word($0) + "\n" }),
        Case(
            contentType: "text/csv",
            accept: "text/csv",
            head: "id,text\n",
            record: { $0 % 40 == 9 ? "\($0)\n" : "\($0),\"\(word($0))\n\"\n" }
        ),
        Case(
            contentType: "application/json",
            accept: "application/json",
            query: "top_k=2",
            head: "{\"instances\":[",
            end: "\"\"]}",
            record: { "\"\(word($0))\"," }
        ),
    ]

    /// A router over a classifier that explains itself, and whose drift is watched.
    private func router(_ variables: [String: String]) throws -> InferenceRouter {
        var limits = InvocationLimits()
        limits.sliceBytes = 10_000
        let monitor = DriftMonitor(DriftHandlerTests.profile)
        return try InferenceRouter.stub(
            variables,
            state: .ready(ServedModel(WordyClassifier(), drift: monitor)),
            limits: limits
        )
    }

    private func request(_ one: Case, body: [UInt8]) -> HTTPRequest {
        let headers: HTTPHeaders = ["Content-Type": one.contentType, "Accept": one.accept]
        return HTTPRequest(method: .post, path: "/invocations", query: one.query, headers: headers, body: body)
    }

    private func counts(_ router: InferenceRouter) -> String {
        let metrics = router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text
        return metrics.split(separator: "\n").filter { !$0.contains("invocation_seconds") }.joined(separator: "\n")
    }

    @Test(arguments: cases, ["true", "false"])
    func answerAndCountsAreThoseOfOneThread(one: Case, isBatch: String) throws {
        let variables = ["SAGEMAKER_BATCH": isBatch]
        let (whole, pieces) = (try router(variables), try router(variables))
        let expected = whole.respond(to: request(one, body: one.body))
        let exchange = StubExchange([], pieceBytes: 1)
        try pieces.respond(to: request(one, body: one.body), over: exchange)
        #expect(exchange.response == expected)
        #expect(expected.status == .ok || isBatch == "false")
        #expect(counts(pieces) == counts(whole))
    }

    @Test(arguments: cases.filter { $0.contentType != "application/json" })
    func streamedBatchHasTheSameAnswer(one: Case) throws {
        let variables = ["SAGEMAKER_BATCH": "true", "SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"]
        let (whole, slices) = (try router(variables), try router(variables))
        let expected = whole.respond(to: request(one, body: one.body))
        let exchange = StubExchange(one.body, pieceBytes: 7_001)
        try slices.respond(to: request(one, body: []), over: exchange)
        #expect(exchange.response == expected)
        #expect(counts(slices) == counts(whole))
    }

    @Test func severalAtOnceHaveEachItsOwnAnswer() throws {
        let router = try router(["SAGEMAKER_BATCH": "true"])
        let expected = Self.cases.map { router.respond(to: request($0, body: $0.body)) }
        DispatchQueue.concurrentPerform(iterations: 3 * Self.cases.count) { number in
            let one = Self.cases[number % Self.cases.count]
            let exchange = StubExchange([], pieceBytes: 1)
            try? router.respond(to: request(one, body: one.body), over: exchange)
            #expect(exchange.response == expected[number % Self.cases.count])
        }
    }

    @Test func clientThatIsGoneEndsTheWork() throws {
        let classifier = CountingClassifier()
        let environment = ["SAGEMAKER_BATCH": "true"]
        let router = try InferenceRouter.stub(environment, state: .ready(ServedModel(classifier)))
        let body = Array((0..<20_000).map(Self.json).joined().utf8)
        let exchange = StubExchange([], pieceBytes: 1, writesBeforeLoss: 2)
        #expect(throws: HTTPError(.connectionLost)) {
            try router.respond(to: request(Self.cases[0], body: body), over: exchange)
        }
        // The first pieces, and those that the window of four threads held.
        #expect(classifier.texts.value <= (3 + 8) * AnswerPiece.records)
        let metrics = try PrometheusText(router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text)
        #expect(metrics.value("carteiro_documents_total") == Double(3 * AnswerPiece.records))
    }

    @Test func streamedBodyIsNotReadFarAhead() throws {
        let classifier = CountingClassifier()
        let variables = ["SAGEMAKER_BATCH": "true", "SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"]
        let router = try InferenceRouter.stub(variables, state: .ready(ServedModel(classifier)))
        let line = Array("{\"text\":\"cupom \(String(repeating: "x", count: 980))\"}\n".utf8)
        let exchange = MeasuringExchange(line, count: 5_000, classifier)
        try router.respond(to: request(Self.cases[0], body: []), over: exchange)
        #expect(exchange.response?.body.count { $0 == UInt8(ascii: "\n") } == 5_000)
        // A slice, the window, and what a piece may be larger than its bytes.
        #expect(exchange.mostAhead * line.count < 262_144 + 2 * 4 * AnswerPiece.bytes + 100_000)
    }

    @Test(arguments: [
        ("\u{FEFF}", 400, "empty_body"), (String(repeating: "\n", count: 2_001), 413, "too_many_records"),
    ])
    func refusalComesBeforeTheAnswerBegins(body: String, status: Int, code: String) throws {
        var limits = InvocationLimits(isBatch: true)
        limits.records = 2_000
        limits.sliceBytes = 1
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true"], limits: limits)
        let exchange = StubExchange([], pieceBytes: 1)
        try router.respond(to: request(Self.cases[0], body: Array(body.utf8)), over: exchange)
        #expect(exchange.response?.status.rawValue == status)
        #expect(exchange.response?.text.contains(code) == true, "\(exchange.response?.text ?? "")")
    }
}

/// The stub, with an explanation that depends on the text.
private struct WordyClassifier: TextClassifying {
    let labels = StubClassifier().labels

    func predict(_ texts: [String]) -> [Prediction] { StubClassifier().predict(texts) }

    func explain(_ texts: [String], classes: [Int], terms: Int) -> [Explanation] {
        zip(texts, classes).map { text, index in
            let term = Explanation.Term(term: text, contribution: 0.5, spans: [0..<text.unicodeScalars.count])
            return Explanation(base: 0.25, rawScore: Double(index), terms: [term], absent: -0.125, rest: 0)
        }
    }
}

/// The stub, which counts the texts.
private struct CountingClassifier: TextClassifying {
    let labels = StubClassifier().labels
    let texts = Counter()

    func predict(_ texts: [String]) -> [Prediction] {
        self.texts.add(texts.count)
        return StubClassifier().predict(texts)
    }
}

/// A client that sends a line again and again, and notes how far the reading is ahead of the work.
private final class MeasuringExchange: HTTPExchange {
    private let line: [UInt8]
    private let classifier: CountingClassifier
    private var left: Int
    private var recordsRead = 0
    private(set) var mostAhead = 0
    private(set) var response: HTTPResponse?

    init(_ line: [UInt8], count: Int, _ classifier: CountingClassifier) {
        self.line = line
        self.classifier = classifier
        left = count
    }

    func read() throws(HTTPError) -> [UInt8]? {
        mostAhead = max(mostAhead, recordsRead - classifier.texts.value)
        guard left > 0 else { return nil }
        left -= 10
        recordsRead += 10
        return Array(repeatElement(line, count: 10).joined())
    }

    func begin(_ response: HTTPResponse) throws(HTTPError) { self.response = response }

    func write(_ bytes: [UInt8]) throws(HTTPError) { response?.body += bytes }
}
