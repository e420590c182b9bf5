import DriftDetection
import Logging

extension DriftMonitor {
    /// A monitor that logs changed verdicts, since of a hosted container only the log can be seen from outside.
    convenience init(_ profile: TrainingProfile, logger: Logger) {
        self.init(profile) { change in
            logger.log(level: change.figure.verdict.logLevel, "\(change.line)")
        }
    }
}

extension DriftVerdict {
    fileprivate var logLevel: Logger.Level { self == .act || self == .watch ? .warning : .info }
}

extension DriftMonitor.Change {
    /// The change as a line of the log.
    var line: String {
        let psi = figure.psi.map { " (PSI \(($0 * 1_000).rounded() / 1_000))" } ?? ""
        return
            "drift of \(figure.feature.rawValue): \(before.rawValue) -> \(figure.verdict.rawValue)\(psi); \(figure.text)"
    }
}
