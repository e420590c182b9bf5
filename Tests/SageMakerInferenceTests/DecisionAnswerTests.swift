import AutomaticReplies
import HTTP
import JSON
import Testing

@testable import SageMakerInference

/// Answers with a reply policy in force.
struct DecisionAnswerTests {
    private static let policy = """
        {"default":{"label":"cupom","template":0},
         "labels":{"troca":{"template":32,"min_confidence":0.5},"outro, \\"x\\"":{"template":"o, 1","min_confidence":0.5}},
         "only_when":{"problem":["Trocar, cancelar ou devolver","7","true"]},"never_when":["procon"]}
        """

    /// A model of the stub under a policy whose phrases are found as they are written.
    static func model(_ policy: String = policy) throws -> ServedModel {
        let policy = try ReplyPolicy(parsing: Array(policy.utf8))
        let phrases = policy.phrases
        let replies = ReplyDecider(policy, labels: StubClassifier().labels, automaticThresholds: nil) { text in
            Set(phrases.indices.filter { text.contains(phrases[$0]) })
        }
        return ServedModel(StubClassifier(), replies: replies)
    }

    private func router(
        _ variables: [String: String] = [:],
        limits: InvocationLimits? = nil
    ) throws -> InferenceRouter {
        try .stub(variables, state: .ready(Self.model()), limits: limits)
    }

    @Test func theDecisionStandsBeforeTheLabel() throws {
        let body = #"[{"message":"quero troca","problem":"Trocar, cancelar ou devolver","exemplo":"exemplo"}]"#
        let answer = try router().invoke(body)
        #expect(
            answer.text
                == #"[{"isAutomatic":1,"idTemplate":32,"label":"troca","score":0.75,"reason":"confident"}]"#
        )
    }

    @Test(arguments: [
        (#"{"text":"troca","problem":"trocar, CANCELAR ou devolver "}"#, 1, "32", "confident"),
        (#"{"text":"troca","problem":7}"#, 1, "32", "confident"),
        (#"{"text":"troca","problem":true}"#, 1, "32", "confident"),
        (#"{"text":"outro","problem":7}"#, 1, "\"o, 1\"", "confident"),
        (#"{"text":"troca, procon","problem":7}"#, 0, "0", "blocked_phrase"),
        (#"{"text":"troca","problem":null}"#, 0, "0", "field_filter"),
        (#"{"text":"troca","problem":["7"]}"#, 0, "0", "field_filter"),
        (#"{"text":"troca"}"#, 0, "0", "field_filter"),
        (#""troca""#, 0, "0", "field_filter"),
        (#"{"text":"cupom","problem":7}"#, 0, "0", "other"),
        (#"{"text":"nada","problem":7}"#, 0, "0", "other"),
    ])
    func eachShapeOfRecordIsDecidedOn(record: String, isAutomatic: Int, template: String, reason: String) throws {
        let start = "{\"isAutomatic\":\(isAutomatic),\"idTemplate\":\(template),\"label\":"
        let end = "\"reason\":\"\(reason)\"}"
        let single = try router().invoke(record).text
        #expect(single.hasPrefix(start) && single.hasSuffix(end), "\(single)")
        let lines = try router().invoke(record, "application/jsonlines").text
        #expect(lines == single)
        let wrapped = try router().invoke("{\"instances\":[\(record)]}").text
        #expect(wrapped == "{\"predictions\":[\(single)]}")
    }

    @Test func textWithoutWordsHasTheDefaultsLabel() throws {
        let expected = #"{"isAutomatic":0,"idTemplate":0,"label":"cupom","score":0.25,"reason":"empty_text"}"#
        #expect(try router().invoke(#"{"text":""}"#).text == expected)
    }

    @Test func columnsOfTheDecisionFollowTheOthers() throws {
        let body =
            "exemplo,message,problem\nx,quero troca,\"Trocar, cancelar ou devolver\"\nx,outro,7\nx,troca,Elogio\n"
        let rows = [
            "troca,0.75,1,32,confident", "\"outro, \"\"x\"\"\",0.75,1,\"o, 1\",confident",
            "troca,0.75,0,0,field_filter",
        ]
        #expect(try router().invoke(body, "text/csv").text == rows.joined(separator: "\n"))
        #expect(try router().invoke("quero troca\n", "text/csv").text == "troca,0.75,0,0,field_filter")
    }

    @Test func unusableRecordsOfABatchHaveADecisionAndOneWidth() throws {
        let batch = try router(["SAGEMAKER_BATCH": "true"])
        let lines = "{\"text\":\"troca\",\"problem\":7}\n\n{\"text\":}\n{\"id\":1}\n"
        let reasons = batch.invoke(lines, "application/jsonlines").text.split(separator: "\n").map { line in
            let value = try? JSONValue(parsing: String(line))
            return [
                value?["isAutomatic"]?.description, value?["idTemplate"]?.description, value?["reason"]?.stringValue,
            ]
        }
        #expect(
            reasons == [
                ["1", "32", "confident"], ["0", "0", "empty_text"], ["0", "0", "other"], ["0", "0", "empty_text"],
            ]
        )
        let rows = batch.invoke("message,problem\ntroca,7\na,b,c\n", "text/csv").text.split(separator: "\n")
        #expect(rows.first == "troca,0.75,1,32,confident,")
        #expect(rows.last?.hasPrefix(",,0,0,other,\"CSV line 3: ") == true)
    }

    @Test func keysOfTheDecisionCanBeAskedForOneByOne() throws {
        let chosen = ["SAGEMAKER_INFERENCE_OUTPUT": "reason,label,isAutomatic"]
        let body = #"{"text":"troca","problem":7}"#
        #expect(try router(chosen).invoke(body).text == #"{"reason":"confident","label":"troca","isAutomatic":1}"#)
        let without = try InferenceRouter.stub(chosen)
        #expect(without.invoke(body).text == #"{"reason":null,"label":"troca","isAutomatic":null}"#)
        #expect(without.invoke(body, accept: "text/csv").text == ",troca,")
    }

    @Test func listsFollowTheDecision() throws {
        let answer = try router().invoke(#"{"text":"troca","problem":7}"#, query: "top_k=1").text
        #expect(answer.hasSuffix(#""reason":"confident","labels":["troca"],"scores":[0.75]}"#))
    }

    @Test(arguments: ["application/json;format=blazingtext", "text/plain"])
    func shapesWithoutRoomStayAsTheyAre(accept: String) throws {
        let body = #"{"text":"troca","problem":7}"#
        #expect(
            try router().invoke(body, accept: accept).text == InferenceRouter.stub().invoke(body, accept: accept).text
        )
    }

    @Test func withoutAPolicyNothingChanges() throws {
        let body = #"{"text":"troca","problem":7}"#
        #expect(try InferenceRouter.stub().invoke(body).text == #"{"label":"troca","score":0.75}"#)
    }

    @Test func decisionsAreCountedByReason() throws {
        let router = try router()
        _ = router.invoke(#"[{"text":"troca","problem":7},{"text":"troca"},"nada",{"text":"troca","problem":7}]"#)
        let metrics = router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text
        #expect(metrics.contains("carteiro_decisions_total{reason=\"confident\"} 2\n"))
        #expect(metrics.contains("carteiro_decisions_total{reason=\"field_filter\"} 1\n"))
        #expect(metrics.contains("carteiro_decisions_total{reason=\"other\"} 1\n"))
        #expect(metrics.contains("carteiro_decisions_total{reason=\"blocked_phrase\"} 0\n"))
        let without = try InferenceRouter.stub().respond(to: HTTPRequest(method: .get, path: "/metrics")).text
        #expect(!without.contains("carteiro_decisions_total{"))
    }

    @Test(arguments: ["application/jsonlines", "text/csv"])
    func slicesOfAStreamAreDecidedOnAsAWholeBodyIs(type: String) throws {
        var limits = InvocationLimits(isBatch: true)
        limits.sliceBytes = 64
        let streamed = try router(["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0", "SAGEMAKER_BATCH": "true"], limits: limits)
        let rows = (0..<50).map { index in
            let (text, problem) = (index % 3 == 0 ? "nada" : "troca", index % 2 == 0 ? "7" : "8")
            return type == "text/csv" ? "\(text),\(problem)\n" : "{\"text\":\"\(text)\",\"problem\":\"\(problem)\"}\n"
        }
        let body = Array(((type == "text/csv" ? "message,problem\n" : "") + rows.joined()).utf8)
        let request = HTTPRequest(method: .post, path: "/invocations", headers: ["Content-Type": type])
        let exchange = StubExchange(body, pieceBytes: 50)
        try streamed.respond(to: request, over: exchange)
        let whole = try router(["SAGEMAKER_BATCH": "true"]).invoke(body, type)
        #expect(exchange.response?.text == whole.text && whole.status == .ok)
        #expect(whole.text.contains("confident") && whole.text.contains("field_filter"))
    }

    @Test func recordsKeepTheFieldsThatAPolicyAsksForAlone() throws {
        let json = Array(#"[{"text":"a","problem":"p","other":"o"}]"#.utf8)
        let csv = Array("text,problem,other\na,p,o\n".utf8)
        for (body, type) in [(json, "application/json"), (csv, "text/csv")] {
            let plain = try InvocationDecoder().decode(body, contentType: type)
            #expect(plain.records.first?.fields == nil)
            let kept = try InvocationDecoder().keeping(["problem"]).decode(body, contentType: type)
            #expect(kept.records.first?.fields?["problem"] == "p")
        }
    }
}
