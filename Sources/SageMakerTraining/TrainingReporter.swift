internal import Logging
internal import TrainingReport

/// Measures a trained model for its report and writes it, once the model is safe.
struct TrainingReporter {
    private let gathering: ReportGathering

    init(_ gathering: ReportGathering) {
        self.gathering = gathering
    }

    /// Writes the report's files; what goes wrong is a warning, since the model is complete without them.
    func write(to folder: String, logger: Logger) {
        do {
            try ReportFiles.write(Report(gathering.content()), to: folder)
            logger.info("report written to \(folder)/\(ReportFiles.page)")
        } catch {
            logger.warning("the model is complete, but its report is not written: \(error)")
        }
    }
}
