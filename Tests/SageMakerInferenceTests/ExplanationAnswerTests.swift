import HTTP
import JSON
import SageMakerInference
import Testing
import TextClassification

/// A stub that explains itself by the number of terms that it was asked for and the class.
private struct ExplainingClassifier: TextClassifying {
    let labels = StubClassifier().labels

    func predict(_ texts: [String]) -> [Prediction] { StubClassifier().predict(texts) }

    func explain(_ texts: [String], classes: [Int], terms: Int) -> [Explanation] {
        zip(texts, classes).map { text, index in
            let span = text.isEmpty ? [] : [0..<text.unicodeScalars.count]
            let term = Explanation.Term(term: "t\(terms)", contribution: 0.5, spans: span)
            return Explanation(base: 0.25, rawScore: Double(index), terms: [term], absent: -0.125, rest: 0)
        }
    }
}

struct ExplanationAnswerTests {
    private static let explained =
        #""explanation":{"base":0.25,"raw_score":1.0,"terms":[{"term":"t10","contribution":0.5,"spans":[[0,5]]}],"#
        + #""absent":-0.125,"rest":0.0}"#

    private func router(_ variables: [String: String] = [:]) throws -> InferenceRouter {
        try InferenceRouter.stub(variables, state: .ready(ServedModel(ExplainingClassifier())))
    }

    @Test func jsonAnswersHoldTheExplanation() throws {
        let answer = try router().invoke("[\"cupom\"]", query: "explain=true").text
        #expect(answer == "[{\"label\":\"cupom\",\"score\":0.75,\(Self.explained)}]")
        let lines = try router().invoke("\"cupom\"\n", "application/jsonlines", query: "explain=true").text
        #expect(lines == "{\"label\":\"cupom\",\"score\":0.75,\(Self.explained)}")
        let blazing = try router().invoke(
            "[\"cupom\"]",
            accept: "application/json;format=blazingtext",
            query: "explain=true"
        )
        #expect(blazing.text == "[{\"label\":[\"cupom\"],\"prob\":[0.75],\(Self.explained)}]")
    }

    @Test func csvAnswersHoldItInTheLastColumn() throws {
        let answer = try router().invoke("cupom\ntroca\n", "text/csv; header=absent", query: "explain=true").text
        let quoted = Self.explained.dropFirst("\"explanation\":".count).replacing("\"", with: "\"\"")
        let other = quoted.replacing("1.0", with: "0.0")
        #expect(answer == "cupom,0.75,\"\(quoted)\"\ntroca,0.75,\"\(other)\"")
    }

    @Test func plainTextHasNoRoomForIt() throws {
        let answer = try router().invoke("[\"cupom\"]", accept: "text/plain", query: "explain=nonsense")
        #expect(answer.status == .ok && answer.text == "cupom")
    }

    @Test(
        arguments: [
            ("explain=true", 10), ("explain=TRUE", 10), ("explain=3", 3), ("explain=100", 100), ("explain=false", nil),
            ("explain=0", nil), ("top_k=1", nil), (nil, nil),
        ] as [(String?, Int?)]
    )
    func queryAsksForExplanations(query: String?, terms: Int?) throws {
        let value = try JSONValue(parsing: router().invoke("\"cupom\"", query: query).body)
        let explanation = value["explanation"]
        #expect((explanation != nil) == (terms != nil))
        guard case .array(let found)? = explanation?["terms"], let terms else { return }
        #expect(found.first?["term"]?.stringValue == "t\(terms)")
    }

    @Test(arguments: [("true", true), ("`true`", true), (" `true` ", true), ("5", true), ("`false`", false)])
    func headerAsksForExplanations(value: String, isExplained: Bool) throws {
        let answer = try respond(header: value, query: nil)
        #expect(answer.status == .ok && answer.text.contains("explanation") == isExplained)
        #expect(try !respond(header: value, query: "explain=false").text.contains("explanation"))
    }

    @Test(arguments: ["explain=", "explain=101", "explain=-1", "explain=yes", "explain=1.5"])
    func otherWishesAreRefused(query: String) throws {
        let answer = try router().invoke("\"cupom\"", query: query)
        #expect(answer.status == .badRequest)
        let message = "explain must be true, false, or a number of terms from 1 to 100"
        #expect(answer.text == "{\"error\":{\"code\":\"invalid_explain\",\"message\":\"\(message)\"}}")
    }

    @Test func expressionsInTheHeaderAreRefused() throws {
        let answer = try respond(header: "[?@ > `0.5`]", query: nil)
        #expect(answer.status == .badRequest && answer.text.contains("X-Amzn-SageMaker-Enable-Explanations must be"))
    }

    @Test func unusableRecordOfABatchHasNoExplanation() throws {
        let batch = try router(["SAGEMAKER_BATCH": "true"])
        let body = "\"cupom\"\n12\n\"cupom\"\n"
        let lines = batch.invoke(body, "application/jsonlines", query: "explain=true").text.split(separator: "\n")
        #expect(lines.map { $0.contains(Self.explained) } == [true, false, true])
        let rows = batch.invoke(body, "application/jsonlines", accept: "text/csv", query: "explain=true").text
        let columns = rows.split(separator: "\n").map { $0.hasSuffix(",") }
        #expect(columns == [false, true, false])
    }

    @Test func classifierThatCannotExplainItselfAnswersWithoutExplanation() throws {
        let answer = try InferenceRouter.stub().invoke("[\"cupom\"]", query: "explain=true")
        #expect(answer.text == "[{\"label\":\"cupom\",\"score\":0.75}]")
    }

    @Test func longAnswersInPiecesAreExplainedToo() throws {
        var limits = InvocationLimits()
        limits.sliceBytes = 16
        let router = try InferenceRouter.stub(state: .ready(ServedModel(ExplainingClassifier())), limits: limits)
        let body = Array(String(repeating: "\"cupom\"\n", count: 5).utf8)
        let exchange = StubExchange([], pieceBytes: 1)
        let headers: HTTPHeaders = ["Content-Type": "application/jsonlines"]
        try router.respond(
            to: HTTPRequest(method: .post, path: "/invocations", query: "explain=true", headers: headers, body: body),
            over: exchange
        )
        #expect(exchange.response?.text.split(separator: "\n").count { $0.contains(Self.explained) } == 5)
    }

    private func respond(header: String, query: String?) throws -> HTTPResponse {
        try router().respond(
            to: HTTPRequest(
                method: .post,
                path: "/invocations",
                query: query,
                headers: [
                    "Content-Type": "application/json", "x-amzn-sagemaker-enable-explanations": header,
                ],
                body: Array("\"cupom\"".utf8)
            )
        )
    }
}
