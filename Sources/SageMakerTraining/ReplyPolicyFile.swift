import AutomaticReplies
import ModelArtifact
import TextClassification

/// The reply policy of a job: `reply_policy.json` in the channel `config`, else at the root of the training channel.
struct ReplyPolicyFile {
    /// The file's name.
    static let name = "reply_policy.json"

    /// The policy.
    let policy: ReplyPolicy
    /// The file, relative to the folder of the channels.
    let place: String

    /// Reads the policy of a job; nil without a file.
    ///
    /// - Throws: `TrainingError` that names the file and the places of the faults.
    static func read(_ channels: InputChannels, training: InputChannel) throws(TrainingError) -> ReplyPolicyFile? {
        for channel in [channels[SubstitutionsFile.channel], training].compactMap(\.self) where channel.mode != .pipe {
            let place = "\(channel.name)/\(name)"
            if let bytes = try contents(of: channel.directory + "/" + name, place: place) {
                return try ReplyPolicyFile(bytes, place: place)
            }
        }
        return nil
    }

    /// The bytes of a file; one that is too long is the user's fault, not the service's.
    private static func contents(of path: String, place: String) throws(TrainingError) -> [UInt8]? {
        do {
            return try FileReader.contents(of: path, atMost: ReplyPolicyLimits.fileBytes)
        } catch {
            guard case .configuration(let reason) = error.kind else { throw error }
            throw TrainingError(.malformed(reason), at: place)
        }
    }

    init(_ bytes: [UInt8], place: String) throws(TrainingError) {
        do {
            policy = try ReplyPolicy(parsing: bytes)
        } catch {
            throw TrainingError(.malformed(error.description), at: place)
        }
        self.place = place
    }

    /// Checks that there are documents of all labels that the policy names.
    ///
    /// - Throws: `TrainingError` that names the file and the places of the faults.
    func check(labels: Set<String>) throws(TrainingError) {
        do {
            try policy.check(labels: labels)
        } catch {
            throw TrainingError(.malformed(error.description), at: place)
        }
    }

    /// What the log says of the policy of a model.
    func notes(on model: Model) -> [String] {
        notes(automaticThresholds: model.automaticThresholds, labels: model.classifier.labels)
    }

    /// What the log says of the policy, by class thresholds.
    func notes(automaticThresholds: [Float?]?, labels: [String]) -> [String] {
        let decider = ReplyDecider(policy, labels: labels, automaticThresholds: automaticThresholds) { _ in [] }
        return ["\(place): \(decider.summary)"] + decider.warnings.map { "\(place): \($0)" }
    }
}
