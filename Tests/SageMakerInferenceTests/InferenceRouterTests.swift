import HTTP
import JSON
import SageMakerInference
import Testing
import TextClassification

struct InferenceRouterTests {
    private static let bodies: [(contentType: String, body: String)] = [
        ("application/json", #"{"instances":["quero cupom",{"text":"troca"}]}"#),
        ("application/json", #"["quero cupom",{"message":"troca"}]"#),
        ("application/json", #"{"inputs":["quero cupom","troca"]}"#),
        ("application/jsonlines", "{\"source\":\"quero cupom\"}\n{\"text\":\"troca\"}\n"),
        ("text/csv", "quero cupom\r\ntroca"),
        ("text/csv; header=present", "id,text\n1,quero cupom\n2,troca\n"),
        ("text/plain; charset=utf-8", "quero cupom\ntroca"),
    ]

    private static let records = [#"{"label":"cupom","score":0.75}"#, #"{"label":"troca","score":0.75}"#]

    @Test(arguments: bodies.indices)
    func everyRequestGetsEveryAnswerType(index: Int) throws {
        let (contentType, body) = Self.bodies[index]
        let router = try InferenceRouter.stub()
        let array = "[" + Self.records.joined(separator: ",") + "]"
        let json = [1, 2].contains(index) ? array : "{\"predictions\":" + array + "}"
        let answers = [
            ("application/json", "application/json", json),
            ("application/jsonlines", "application/jsonlines", Self.records.joined(separator: "\n")),
            ("application/x-ndjson", "application/x-ndjson", Self.records.joined(separator: "\n")),
            ("text/csv", "text/csv; charset=utf-8", "cupom,0.75\ntroca,0.75"),
            ("text/plain", "text/plain; charset=utf-8", "cupom\ntroca"),
            (
                "application/json;format=blazingtext", "application/json; format=blazingtext",
                #"[{"label":["cupom"],"prob":[0.75]},{"label":["troca"],"prob":[0.75]}]"#
            ),
        ]
        for (accept, type, text) in answers {
            let response = router.invoke(body, contentType, accept: accept)
            #expect(response.status == .ok)
            #expect(response.headers["Content-Type"] == type)
            #expect(response.text == text)
        }
    }

    @Test(
        arguments: [
            ("application/json", nil, "application/json"),
            ("application/json", "*/*", "application/json"),
            ("application/json", "", "application/json"),
            ("application/json", ";;", "application/json"),
            ("application/jsonlines", nil, "application/jsonlines"),
            ("text/csv", "*/*", "text/csv; charset=utf-8"),
            ("text/plain", nil, "application/json"),
            ("text/csv", "application/json;q=0.5, text/csv;q=0.4", "application/json"),
            ("text/csv", "application/x-npy, application/jsonlines;q=0.1", "application/jsonlines"),
            ("application/json", "*/*, text/csv", "text/csv; charset=utf-8"),
            ("application/json", "text/*", "text/csv; charset=utf-8"),
            ("application/json", "text/*, text/csv;q=0", "text/plain; charset=utf-8"),
            ("application/json", "application/*;q=0.2, text/html", "application/json"),
            ("application/json", "Application/JSON; Charset=UTF-8", "application/json"),
        ] as [(String, String?, String)]
    )
    func acceptDecidesTheType(contentType: String, accept: String?, type: String) throws {
        let body = contentType == "application/json" ? "[\"a\"]" : "\"a\""
        let response = try InferenceRouter.stub().invoke(body, contentType, accept: accept)
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == type)
    }

    @Test(arguments: [
        (
            "application/json",
            #"{"label":"cupom","raw_score":0.375,"labels":["cupom","troca"],"raw_scores":[0.375,0.0625]}"#
        ),
        ("text/csv", #"cupom,0.375,"[""cupom"",""troca""]","[0.375,0.0625]""#),
    ]) func votesAreGivenOnRequest(accept: String, expected: String) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_INFERENCE_OUTPUT": "label,raw_score,labels,raw_scores"])
        #expect(router.invoke(#"{"text":"cupom"}"#, accept: accept, query: "k=2").text == expected)
    }

    @Test func environmentDecidesTheTypeThatIsLeftOpen() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT": "text/csv"])
        #expect(router.invoke("[\"cupom\"]").text == "cupom,0.75")
        #expect(router.invoke("[\"cupom\"]", accept: "*/*").text == "cupom,0.75")
        #expect(router.invoke("[\"cupom\"]", accept: "application/json").text == "[\(Self.records[0])]")
    }

    @Test(arguments: [
        ("top_k=2", #""labels":["cupom","troca"],"scores":[0.75,0.125]"#),
        ("x=1&k=1", #""labels":["cupom"],"scores":[0.75]"#),
        ("top_k=99", #""labels":["cupom","troca","outro, \"x\""],"scores":[0.75,0.125,0.125]"#),
    ])
    func queryAsksForTheBestClasses(query: String, lists: String) throws {
        let router = try InferenceRouter.stub()
        let response = router.invoke(#"{"text":"cupom"}"#, query: query)
        #expect(response.text == #"{"label":"cupom","score":0.75,"# + lists + "}")
    }

    @Test func recordThenQueryThenBodyThenModelSayHowManyClasses() throws {
        let model = ServedModel(StubClassifier(), defaultTopK: 1)
        let router = try InferenceRouter.stub(["SAGEMAKER_INFERENCE_OUTPUT": "labels"], state: .ready(model))
        let body = #"{"instances":["cupom",{"text":"cupom","k":3}],"configuration":{"k":2}}"#
        let all = #"{"labels":["cupom","troca","outro, \"x\""]}"#
        #expect(router.invoke(body, query: "top_k=1").text == #"{"predictions":[{"labels":["cupom"]},"# + all + "]}")
        #expect(router.invoke(body).text == #"{"predictions":[{"labels":["cupom","troca"]},"# + all + "]}")
        #expect(router.invoke("\"cupom\"").text == #"{"labels":["cupom"]}"#)
    }

    @Test func environmentChoosesTheKeys() throws {
        let router = try InferenceRouter.stub([
            "SAGEMAKER_INFERENCE_OUTPUT":
                "predicted_label,probability,probabilities,labels,scores,terms,known_terms,error"
        ])
        let response = router.invoke("\"cupom\"")
        #expect(
            response.text == #"{"predicted_label":"cupom","probability":0.75,"probabilities":[0.125,0.75,0.125],"#
                + #""labels":["troca","cupom","outro, \"x\""],"scores":[0.125,0.75,0.125],"terms":2,"known_terms":1}"#
        )
        let csv = router.invoke("cupom", "text/plain", accept: "text/csv", query: "top_k=2")
        #expect(
            csv.text == #"cupom,0.75,"[0.125,0.75,0.125]","[""cupom"",""troca""]","[0.75,0.125]",2,1,"#
        )
    }

    @Test func blazingTextShapeTakesItsCount() throws {
        let router = try InferenceRouter.stub()
        let response = router.invoke(
            "{\"source\":\"cupom\",\"k\":2}\n{\"source\":\"troca\"}",
            "application/jsonlines",
            accept: "application/jsonlines; format=blazingtext"
        )
        #expect(
            response.text == "{\"label\":[\"cupom\",\"troca\"],\"prob\":[0.75,0.125]}\n"
                + "{\"label\":[\"troca\"],\"prob\":[0.75]}"
        )
    }

    @Test(arguments: ["\"\"", "\"zzz\""])
    func textWithoutKnownWordsGetsAnAnswer(body: String) throws {
        #expect(try InferenceRouter.stub().invoke(body).text == #"{"label":"outro, \"x\"","score":0.55}"#)
    }

    @Test func labelsAreEscapedInEveryType() throws {
        let router = try InferenceRouter.stub()
        #expect(router.invoke("\"z\"", accept: "text/csv").text == "\"outro, \"\"x\"\"\",0.55")
        #expect(router.invoke("\"z\"", accept: "text/plain").text == "outro, \"x\"")
    }

    @Test func emptyMiniBatchHasNoContent() throws {
        let response = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true"]).invoke("", "text/csv")
        #expect(response.status == .noContent)
        #expect(response.body.isEmpty)
    }

    @Test(arguments: [("true", "true", "cupom\n"), ("true", "false", "cupom"), ("false", "true", "cupom\n")])
    func lastNewlineCanBeSwitched(batch: String, newline: String, text: String) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": batch, "CARTEIRO_TRAILING_NEWLINE": newline])
        #expect(router.invoke("cupom", "text/plain", accept: "text/plain").text == text)
    }

    @Test(arguments: ["GET", "HEAD", "POST", "OPTIONS"])
    func pingTellsWhetherPredictionsCanBeMade(method: String) throws {
        let request = HTTPRequest(method: HTTPMethod(rawValue: method), path: "/ping")
        let slot = ModelSlot()
        let environment = try InferenceEnvironment([:])
        let metrics = ServingMetrics { .zero }
        let router = InferenceRouter(slot: slot, environment: environment, workers: 1, metrics: metrics)
        #expect(router.respond(to: request).status == .serviceUnavailable)
        slot.set(.failed)
        #expect(router.respond(to: request).status == .serviceUnavailable)
        slot.set(.ready(ServedModel(StubClassifier())))
        #expect(slot.isReady)
        #expect(router.respond(to: request).status == .ok)
        #expect(router.respond(to: request).body.isEmpty)
    }

    @Test(
        arguments: [
            ([:], #"{"MaxConcurrentTransforms":4,"MaxPayloadInMB":6}"#),
            (["SAGEMAKER_BATCH": "true"], #"{"MaxConcurrentTransforms":4,"MaxPayloadInMB":6}"#),
            (["SAGEMAKER_MAX_PAYLOAD_IN_MB": "50"], #"{"MaxConcurrentTransforms":2,"MaxPayloadInMB":50}"#),
            (["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0"], #"{"MaxConcurrentTransforms":4,"MaxPayloadInMB":0}"#),
            (["SAGEMAKER_MAX_PAYLOAD_IN_MB": "500"], #"{"MaxConcurrentTransforms":1,"MaxPayloadInMB":100}"#),
            (["SAGEMAKER_MAX_CONCURRENT_TRANSFORMS": "1"], #"{"MaxConcurrentTransforms":1,"MaxPayloadInMB":6}"#),
        ] as [([String: String], String)]
    )
    func executionParametersKeepToSageMakersBound(variables: [String: String], body: String) throws {
        let request = HTTPRequest(method: .get, path: "/execution-parameters")
        let response = try InferenceRouter.stub(variables).respond(to: request)
        #expect(response.headers["Content-Type"] == "application/json")
        #expect(response.text == body)
    }

    @Test(arguments: [
        ("trace=1; user=x", true), (String(repeating: "a", count: 1_024), true),
        (String(repeating: "a", count: 1_025), false), ("a\r\nX: y", false), ("ção", false), ("", false),
    ])
    func customAttributesComeBackWhenSafe(value: String, isEchoed: Bool) throws {
        let router = try InferenceRouter.stub()
        for body in ["[\"a\"]", "["] {
            let request = HTTPRequest(
                method: .post,
                path: "/invocations",
                headers: ["x-amzn-sagemaker-custom-attributes": value],
                body: Array(body.utf8)
            )
            let echoed = router.respond(to: request).headers["X-Amzn-SageMaker-Custom-Attributes"]
            #expect(echoed == (isEchoed ? value : nil))
        }
    }

    @Test func onlyPredictionsWaitInTheQueue() throws {
        let router = try InferenceRouter.stub()
        #expect(!router.isImmediate(method: .post, path: "/invocations"))
        #expect(router.isImmediate(method: .get, path: "/ping"))
        #expect(router.isImmediate(method: .get, path: "/execution-parameters"))
    }
}
