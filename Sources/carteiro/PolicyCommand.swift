import ArgumentParser
import AutomaticReplies
import ModelArtifact
import SageMakerInference
import TextClassification

/// `carteiro policy`: work on reply policies without a server.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Checks reply policies.",
        subcommands: [Check.self]
    )

    /// `carteiro policy check`: names each fault of a policy by its place.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Checks a reply policy and names each fault by its place, a JSON pointer."
        )

        @Argument(help: "The policy, a JSON file.")
        var file: String

        @Option(help: "A model folder; the policy's labels must be the model's.")
        var model: String?

        func run() throws {
            do {
                let policy = try ReplyPolicySource.read(file)
                print(try model.map { try summary(of: policy, for: $0) } ?? "\(policy.rules.count) labels")
            } catch let error as ReplyPolicyError {
                for fault in error.faults { print("\(file): \(fault)") }
                throw ExitCode.failure
            } catch {
                print("\(file): \(error)")
                throw ExitCode.failure
            }
        }

        private func summary(of policy: ReplyPolicy, for folder: String) throws -> String {
            let model = try Model.open(path: "\(folder)/\(ArtifactFormat.fileName)")
            try policy.check(labels: model.classifier.labels)
            let replies = ReplyDecider(policy, for: model)
            return ([replies.summary] + replies.warnings).joined(separator: "\n")
        }
    }
}
