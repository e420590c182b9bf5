import AutomaticReplies
import Logging
import ModelArtifact
import SageMakerInference
import Synchronization
import TextClassification

/// The reply policy of a server: the model's, or that of a file, which may change while the server runs.
///
/// A file that cannot be used changes nothing: the policy that is in force stays so, and the log says what is wrong.
final class ReplyPolicyInForce: Sendable {
    /// The file whose policy takes the place of the model's.
    let path: String?
    private let logger: Logger
    private let model = Mutex<Model?>(nil)

    init(path: String?, logger: Logger) {
        self.path = path
        self.logger = logger
    }

    /// The model as it is to be served at the start.
    func served(_ model: Model) -> ServedModel {
        self.model.withLock { $0 = model }
        var served = ServedModel(model, logger: logger)
        if let replies = fromFile(for: model, inForce: served.replies == nil ? "no policy" : "the model's policy") {
            served.replies = replies
        } else if let replies = served.replies {
            log(replies, from: "of the model")
        }
        return served
    }

    /// Reads the file again; requests that run keep the policy that they began with.
    func readAgain(into slot: ModelSlot) {
        guard let model = model.withLock({ $0 }), var served = try? slot.model() else {
            logger.warning("SIGHUP: no model is loaded, so there is nothing to read a reply policy for")
            return
        }
        guard let replies = fromFile(for: model, inForce: "the policy before it") else { return }
        served.replies = replies
        slot.set(.ready(served))
    }

    private func fromFile(for model: Model, inForce: String) -> ReplyDecider? {
        guard let path else { return nil }
        do {
            let policy = try ReplyPolicySource.read(path)
            try policy.check(labels: model.classifier.labels)
            let replies = ReplyDecider(policy, for: model)
            log(replies, from: path)
            return replies
        } catch {
            logger.error("reply policy \(path): \(error); \(inForce) stays in force")
            return nil
        }
    }

    private func log(_ replies: ReplyDecider, from source: String) {
        logger.info("reply policy \(source) is in force: \(replies.summary)")
        for warning in replies.warnings { logger.warning("reply policy \(source): \(warning)") }
    }
}
