import Glibc
import SageMakerInference

extension FeedbackCollector {
    private static let secondsOfDay = 86_400

    /// The collector of the folder that the environment names; `nil` without one, and then there is no feedback.
    convenience init?(_ environment: InferenceEnvironment) {
        guard let folder = environment.feedbackDirectory else { return nil }
        self.init(folder: folder, today: { time(nil) / Self.secondsOfDay })
    }
}
