import HTTP
import Testing
import TextClassification

@testable import SageMakerInference

struct MetricsTests {
    private func text(_ router: InferenceRouter) throws -> PrometheusText {
        let response = router.respond(to: HTTPRequest(method: .get, path: "/metrics"))
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        return try PrometheusText(response.text)
    }

    @Test func answersAreCountedByPathAndStatus() throws {
        let router = try InferenceRouter.stub()
        for body in ["[\"cupom\"]", "[", "[\"troca\",\"x\"]"] { _ = router.invoke(body) }
        _ = router.respond(to: HTTPRequest(method: .get, path: "/ping"))
        for path in ["/a", "/b/../c", "/models/x"] { _ = router.respond(to: HTTPRequest(method: .get, path: path)) }
        let metrics = try text(router)
        let name = "carteiro_requests_total"
        #expect(metrics.value(name, ["path": "/invocations", "status": "200"]) == 2)
        #expect(metrics.value(name, ["path": "/invocations", "status": "400"]) == 1)
        #expect(metrics.value(name, ["path": "/ping", "status": "200"]) == 1)
        #expect(metrics.value(name, ["path": "other", "status": "404"]) == 2)
        #expect(metrics.value("carteiro_errors_total", ["code": "invalid_json"]) == 1)
        #expect(metrics.value("carteiro_errors_total", ["code": "not_found"]) == 3)
        #expect(metrics.value("carteiro_errors_total", ["code": "internal_error"]) == 0)
        #expect(metrics.value("carteiro_invocation_seconds_count") == 3)
    }

    @Test func predictionsAreCountedByLabelScoreAndTerms() throws {
        let router = try InferenceRouter.stub()
        _ = router.invoke("[\"cupom\",\"troca\",\"troca\",\"zzz\"]")
        let metrics = try text(router)
        #expect(metrics.value("carteiro_documents_total") == 4)
        #expect(metrics.value("carteiro_terms_total") == 8)
        #expect(metrics.value("carteiro_known_terms_total") == 3)
        #expect(metrics.value("carteiro_predicted_labels_total", ["label": "troca"]) == 2)
        #expect(metrics.value("carteiro_predicted_labels_total", ["label": "outro, \"x\""]) == 1)
        #expect(metrics.value("carteiro_score_bucket", ["le": "0.5"]) == 0)
        #expect(metrics.value("carteiro_score_bucket", ["le": "0.6"]) == 1)
        #expect(metrics.value("carteiro_score_bucket", ["le": "+Inf"]) == 4)
        #expect(metrics.value("carteiro_score_sum") == 2.8)
        #expect(metrics.value("carteiro_model_info", ["labels": "3", "trees": "", "producer": ""]) == 1)
    }

    @Test func latencyComesFromTheGivenClock() throws {
        let ticks = Counter()
        let metrics = ServingMetrics {
            ticks.add()
            return .milliseconds(ticks.value * 4)
        }
        let slot = ModelSlot(.ready(ServedModel(StubClassifier())))
        let router = InferenceRouter(
            slot: slot,
            environment: try InferenceEnvironment([:]),
            workers: 1,
            metrics: metrics
        )
        _ = router.invoke("[\"a\"]")
        let shown = try text(router)
        #expect(shown.value("carteiro_invocation_seconds_sum") == 0.004)
        #expect(shown.value("carteiro_invocation_seconds_bucket", ["le": "0.0025"]) == 0)
        #expect(shown.value("carteiro_invocation_seconds_bucket", ["le": "0.005"]) == 1)
        #expect(shown.value("carteiro_uptime_seconds") == 0.016)
        #expect(shown.value("carteiro_queue_length") == nil)
    }

    @Test func serverTellsItsLoad() throws {
        let metrics = ServingMetrics { .zero }
        metrics.setLoad {
            ServerLoad(openConnections: 3, acceptedConnections: 9, queuedRequests: 2, refusedRequests: 1)
        }
        let environment = try InferenceEnvironment([:])
        let router = InferenceRouter(slot: ModelSlot(), environment: environment, workers: 1, metrics: metrics)
        let shown = try text(router)
        #expect(shown.value("carteiro_queue_length") == 2)
        #expect(shown.value("carteiro_connections_open") == 3)
        #expect(shown.value("carteiro_connections_total") == 9)
        #expect(shown.value("carteiro_requests_refused_total") == 1)
        #expect(shown.value("carteiro_documents_total") == nil, "there is no model yet")
    }

    @Test func manyLabelsShareOneSeriesPastTheLimit() throws {
        let labels = (0..<ModelMetrics.countedLabels + 7).map { "l\($0)" }
        let slot = ModelSlot(.ready(ServedModel(LastClassifier(labels: labels))))
        let environment = try InferenceEnvironment([:])
        let metrics = ServingMetrics { .zero }
        let router = InferenceRouter(slot: slot, environment: environment, workers: 1, metrics: metrics)
        _ = router.invoke("[\"a\",\"b\"]")
        let shown = try text(router)
        let series = shown.samples.filter { $0.name == "carteiro_predicted_labels_total" }
        #expect(series.count == ModelMetrics.countedLabels + 1)
        #expect(shown.value("carteiro_predicted_labels_total", ["label": "_other"]) == 2)
    }

    @Test(arguments: [Double.nan, .infinity, -1, 1e300])
    func strangeValuesDoNotTrap(value: Double) {
        let histogram = Histogram(bounds: [1])
        histogram.observe(value)
        #expect(histogram.sum >= 0)
    }

    @Test func labelsAreEscaped() throws {
        var writer = PrometheusWriter()
        writer.family("a", .gauge, "x")
        writer.sample("a", 1, [("label", "q\"b\\n\nç")])
        #expect(writer.text.hasSuffix("a{label=\"q\\\"b\\\\n\\nç\"} 1\n"))
        #expect(try PrometheusText(writer.text).value("a", ["label": "q\"b\\n\nç"]) == 1)
    }
}

/// A classifier that always finds its last label.
private struct LastClassifier: TextClassifying {
    let labels: [String]

    func predict(_ texts: [String]) -> [Prediction] {
        let probabilities = labels.indices.map { Float($0 == labels.count - 1 ? 1 : 0) }
        return texts.map { _ in Prediction(probabilities: probabilities, knownTerms: 0, terms: 0) }
    }
}
