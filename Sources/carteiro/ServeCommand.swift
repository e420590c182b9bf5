import ArgumentParser
import Logging
import SageMakerInference

/// `carteiro serve`: answers `/ping` and `/invocations`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the model of the model folder on port 8080 or $SAGEMAKER_BIND_TO_PORT, behind nginx.",
        discussion: "Reads below $SAGEMAKER_BASE_DIR (default /opt/ml). SIGTERM ends it in order."
    )

    @Flag(help: "Listen on the port without nginx.")
    var direct = false

    @Option(
        name: .customLong("policy"),
        help: "A reply policy in place of the model's; read again on SIGHUP (also $CARTEIRO_REPLY_POLICY)."
    )
    var replyPolicyFile: String?

    @OptionGroup var ignored: IgnoredArguments

    func run() throws {
        let variables = ProcessEnvironment.variables
        let logger = ProgramLog.logger("serve", variables: variables)
        ignored.warn(logger)
        do {
            let environment = try InferenceEnvironment(variables)
            try ServingProgram(
                environment: environment,
                searchPath: variables["PATH"] ?? "",
                isDirect: direct,
                replyPolicyFile: replyPolicyFile ?? environment.replyPolicyFile,
                logger: logger
            ).run()
        } catch {
            logger.error("\(error)")
            throw ExitCode.failure
        }
    }
}
