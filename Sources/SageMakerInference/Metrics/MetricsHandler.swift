import AutomaticReplies
import HTTP

/// Answers `GET /metrics`.
struct MetricsHandler: Sendable {
    /// The most models whose series are shown, in the order of their names.
    static let shownModels = 50
    /// The most days whose accuracy is shown.
    static let shownDays = 7

    let metrics: ServingMetrics
    let models: ModelSource
    var feedback: FeedbackCollector?

    func respond() -> HTTPResponse {
        var writer = PrometheusWriter()
        writeRequests(to: &writer)
        if let load = metrics.serverLoad { write(load, to: &writer) }
        let shown = models.loaded.prefix(Self.shownModels)
        writePredictions(of: shown, to: &writer)
        writeScores(of: shown, to: &writer)
        writeDecisions(of: shown, to: &writer)
        writeDrift(of: shown, to: &writer)
        writeFeedback(to: &writer)
        writeFacts(about: shown, to: &writer)
        writer.family("carteiro_uptime_seconds", .gauge, "Time since the start of the process.")
        writer.sample("carteiro_uptime_seconds", metrics.uptime() / .seconds(1))
        return HTTPResponse(
            status: .ok,
            headers: ["Content-Type": PrometheusWriter.contentType],
            body: Array(writer.text.utf8)
        )
    }

    private func writeRequests(to writer: inout PrometheusWriter) {
        writer.family("carteiro_requests_total", .counter, "Requests answered, by path and status.")
        for endpoint in Endpoint.allCases {
            for status in ServingMetrics.statuses {
                let count = metrics.requests(endpoint, status)
                if count == 0, endpoint != .invocations || status != .ok { continue }
                let labels = [("path", endpoint.template), ("status", String(status.rawValue))]
                writer.sample("carteiro_requests_total", count, labels)
            }
        }
        writer.family("carteiro_errors_total", .counter, "Requests that failed, by the code in the answer.")
        for code in InferenceError.Code.allCases {
            writer.sample("carteiro_errors_total", metrics.errors(code), [("code", code.rawValue)])
        }
        let name = "carteiro_invocation_seconds"
        writer.family(name, .histogram, "Time to answer an invocation, without its wait in the queue.")
        writer.samples(name, metrics.invocationSeconds)
    }

    private func write(_ load: ServerLoad, to writer: inout PrometheusWriter) {
        writer.family("carteiro_queue_length", .gauge, "Requests that wait for a worker.")
        writer.sample("carteiro_queue_length", load.queuedRequests)
        writer.family("carteiro_connections_open", .gauge, "Connections that are open.")
        writer.sample("carteiro_connections_open", load.openConnections)
        writer.family("carteiro_connections_total", .counter, "Connections accepted.")
        writer.sample("carteiro_connections_total", load.acceptedConnections)
        writer.family("carteiro_requests_refused_total", .counter, "Requests refused because too many waited.")
        writer.sample("carteiro_requests_refused_total", load.refusedRequests)
    }

    private func writePredictions(of models: ArraySlice<ModelSource.Item>, to writer: inout PrometheusWriter) {
        let totals: [(name: String, help: String, value: @Sendable (ModelMetrics) -> Int)] = [
            ("carteiro_documents_total", "Documents classified.", { $0.documents.value }),
            ("carteiro_terms_total", "Terms in these documents after cleaning.", { $0.terms.value }),
            (
                "carteiro_known_terms_total", "Terms that the model knows; the others add nothing.",
                { $0.knownTerms.value }
            ),
        ]
        for (name, help, value) in totals {
            writer.family(name, .counter, help)
            for item in models { writer.sample(name, value(item.model.metrics), item.seriesLabels) }
        }
        let name = "carteiro_predicted_labels_total"
        writer.family(name, .counter, "Documents by the label they got; labels past the first ones count as _other.")
        for item in models {
            let counters = item.model.metrics.labels
            let labels = item.model.labels.prefix(counters.count - 1)
            for (label, counter) in zip(labels, counters) {
                writer.sample(name, counter.value, item.seriesLabels + [("label", label)])
            }
            if item.model.labels.count > labels.count, let others = counters.last {
                writer.sample(name, others.value, item.seriesLabels + [("label", "_other")])
            }
        }
    }

    private func writeScores(of models: ArraySlice<ModelSource.Item>, to writer: inout PrometheusWriter) {
        writer.family("carteiro_score", .histogram, "Probability of the label that a document got.")
        for item in models { writer.samples("carteiro_score", item.model.metrics.scores, item.seriesLabels) }
    }

    private func writeDecisions(of models: ArraySlice<ModelSource.Item>, to writer: inout PrometheusWriter) {
        let name = "carteiro_decisions_total"
        writer.family(name, .counter, "Records by the reason of the reply policy; confident ones are automatic.")
        for item in models where item.model.replies != nil {
            for reason in ReplyReason.allCases {
                let labels = item.seriesLabels + [("reason", reason.rawValue)]
                writer.sample(name, item.model.metrics.decisions(reason), labels)
            }
        }
    }

    private func writeFacts(about models: ArraySlice<ModelSource.Item>, to writer: inout PrometheusWriter) {
        writer.family("carteiro_model_info", .gauge, "A loaded model; the value is always 1.")
        for item in models {
            let facts = item.model.facts
            let labels = [
                ("labels", String(item.model.labels.count)), ("trees", facts.map { String($0.trees) } ?? ""),
                ("producer", facts?.producer ?? ""),
            ]
            writer.sample("carteiro_model_info", 1, item.seriesLabels + labels)
        }
    }
}

extension ModelSource.Item {
    /// The labels of the model's series: its name where there are several.
    var seriesLabels: [(String, String)] { name.map { [("model", $0)] } ?? [] }
}
