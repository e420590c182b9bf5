import DriftDetection

extension MetricsHandler {
    /// The drift of each model; a series is absent while there are too few documents for its figure.
    func writeDrift(of models: ArraySlice<ModelSource.Item>, to writer: inout PrometheusWriter) {
        let reports = models.compactMap { item in item.model.drift.map { (item, $0.report()) } }
        let name = "carteiro_drift_psi"
        writer.family(name, .gauge, "How far the last documents are from training: 0.1 watch, 0.25 act.")
        for (item, report) in reports {
            for figure in report.figures {
                guard let psi = figure.psi else { continue }
                writer.sample(name, psi, item.seriesLabels + [("feature", figure.feature.rawValue)])
            }
        }
        writer.family("carteiro_drift_documents", .gauge, "Documents in the window that drift is measured on.")
        for (item, report) in reports {
            writer.sample("carteiro_drift_documents", report.documents, item.seriesLabels)
        }
    }

    /// What people said of predictions; nothing where feedback is off.
    func writeFeedback(to writer: inout PrometheusWriter) {
        guard let summary = feedback?.summary else { return }
        writer.family("carteiro_feedback_documents_total", .counter, "Documents that people judged.")
        writer.sample("carteiro_feedback_documents_total", summary.documents)
        writer.family("carteiro_feedback_right_total", .counter, "Judged documents whose label was right.")
        writer.sample("carteiro_feedback_right_total", summary.right)
        writer.family("carteiro_feedback_accuracy", .gauge, "The share of right labels, by day (UTC).")
        for day in summary.accuracy.days.suffix(Self.shownDays) {
            let label = ("day", UTCDay(number: day.number).description)
            writer.sample("carteiro_feedback_accuracy", day.accuracy, [label])
        }
    }
}
