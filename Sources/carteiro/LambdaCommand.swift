import ArgumentParser
import Logging

/// `carteiro lambda`: answers the invocations of a Lambda function.
struct LambdaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda",
        abstract: "Serves the model of the model folder as a Lambda function, without an endpoint.",
        discussion: """
            Takes invocations from the runtime API at $AWS_LAMBDA_RUNTIME_API, which Lambda sets. Reads the model below \
            $SAGEMAKER_BASE_DIR (default /opt/ml). SIGTERM ends it in order.
            """
    )

    func run() throws {
        let variables = ProcessEnvironment.variables
        let logger = ProgramLog.logger("lambda", variables: variables)
        do {
            try LambdaProgram(variables: variables, logger: logger).run()
        } catch {
            logger.error("\(error)")
            throw ExitCode.failure
        }
    }
}
