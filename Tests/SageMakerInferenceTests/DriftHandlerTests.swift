import DriftDetection
import HTTP
import JSON
import Logging
import Synchronization
import Testing

@testable import SageMakerInference

struct DriftHandlerTests {
    /// What the stub says of a stream of cupom, troca and other texts in equal parts.
    static var profile: TrainingProfile {
        var profile = TrainingProfile(classes: 3, documents: 3_000, source: .validation)
        for document in 0..<3_000 {
            profile.addPrediction(label: document % 3, score: document % 3 == 2 ? 0.55 : 0.75)
            profile.lengths.add(2)
            profile.unknownShares.add(document % 3 == 2 ? 1 : 0.5)
        }
        profile.topTerms = (0..<20).map { .init("t\($0)", documents: 30 - $0) }
        return profile
    }

    private func router(_ monitor: DriftMonitor? = DriftMonitor(profile)) throws -> InferenceRouter {
        try InferenceRouter.stub(state: .ready(ServedModel(StubClassifier(), drift: monitor)))
    }

    private func send(_ texts: [String], to router: InferenceRouter) {
        let body = JSONValue.array(texts.map(JSONValue.string)).serialized()
        #expect(router.invoke(body, "application/json").status == .ok)
    }

    private func drift(_ router: InferenceRouter) throws -> JSONValue {
        let response = router.respond(to: HTTPRequest(method: .get, path: "/drift"))
        #expect(response.status == .ok && response.headers["Content-Type"] == "application/json")
        return try JSONValue(parsing: response.body)
    }

    @Test func streamLikeTrainingIsStable() throws {
        let router = try router()
        for _ in 0..<40 { send((0..<30).map { ["troca", "cupom", "xyz"][$0 % 3] }, to: router) }
        let answer = try drift(router)
        #expect(answer["verdict"] == "stable")
        #expect(answer["window"]?["documents"] == 1_200 && answer["window"]?["most"] == 10_000)
        for feature in DriftFeature.allCases {
            #expect(answer["features"]?[feature.rawValue]?["verdict"] == "stable")
            #expect(answer["features"]?[feature.rawValue]?["psi"]?.doubleValue == 0)
        }
        #expect(answer["shifted_labels"] == [])
        #expect(answer["training"]?["source"] == "validation")
        #expect(answer["training"]?["top_terms"]?.arrayValue?.count == 10)
        #expect(answer["features"]?["labels"]?["text"] == "predicted labels are as in training")
    }

    @Test func shiftedLabelsAreNamedInPlainWords() throws {
        let router = try router()
        for _ in 0..<40 { send((0..<30).map { $0 % 10 == 0 ? "cupom" : "troca" }, to: router) }
        let answer = try drift(router)
        #expect(answer["verdict"] == "act" && answer["features"]?["labels"]?["verdict"] == "act")
        let first = answer["shifted_labels"]?.arrayValue?.first
        #expect(first?["label"] == "troca")
        #expect(first?["text"]?.stringValue == "90.0% of the answers are \"troca\", in training 33.3%")
        let metrics = try PrometheusText(router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text)
        #expect(try #require(metrics.value("carteiro_drift_psi", ["feature": "labels"])) > 0.25)
        #expect(metrics.value("carteiro_drift_documents") == 1_200)
    }

    @Test func fewDocumentsGiveNoFigure() throws {
        let router = try router()
        send(["troca"], to: router)
        let answer = try drift(router)
        #expect(answer["verdict"] == "waiting")
        #expect(answer["features"]?["scores"]?["psi"] == .null)
        #expect(answer["features"]?["scores"]?["documents_needed"]?.intValue ?? 0 >= 200)
        let metrics = try PrometheusText(router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text)
        #expect(metrics.value("carteiro_drift_psi", ["feature": "labels"]) == nil)
    }

    @Test func modelWithoutProfileSaysSo() throws {
        let answer = try drift(router(nil))
        #expect(answer["verdict"] == "waiting" && answer["reason"]?.stringValue?.contains("train it again") == true)
        let loading = try InferenceRouter.stub(state: .loading)
        #expect(try drift(loading)["reason"] == "no model is loaded")
    }

    @Test func severalModelsAreListed() throws {
        let router = InferenceRouter(
            store: ModelStore(loader: StubLoader(), budgetBytes: 1_000),
            environment: try InferenceEnvironment(["SAGEMAKER_MULTI_MODEL": "true"]),
            workers: 1,
            metrics: ServingMetrics { .zero }
        )
        let body = Array(#"{"model_name":"shop","url":"/tmp"}"#.utf8)
        #expect(router.respond(to: HTTPRequest(method: .post, path: "/models", body: body)).status == .ok)
        let models = try #require(try drift(router)["models"]?.arrayValue)
        #expect(models.map { $0["model"] } == ["shop"])
    }

    @Test func logHasALineWhenAVerdictChanges() throws {
        let lines = Mutex<[String]>([])
        let monitor = DriftMonitor(Self.profile) { change in lines.withLock { $0.append(change.line) } }
        let router = try router(monitor)
        for _ in 0..<50 { send((0..<30).map { ["troca", "cupom", "xyz"][$0 % 3] }, to: router) }
        #expect(
            lines.withLock { $0.first }
                == "drift of labels: waiting -> stable (PSI 0.0); predicted labels are as in training"
        )
        for _ in 0..<60 { send(Array(repeating: "troca", count: 100), to: router) }
        #expect(lines.withLock { $0.contains { $0.hasPrefix("drift of labels: ") && $0.contains("-> act (PSI ") } })
    }
}
