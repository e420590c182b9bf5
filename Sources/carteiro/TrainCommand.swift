import ArgumentParser
import Glibc
import Logging
import SageMakerTraining

/// `carteiro train`: one training job over SageMaker's folders.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains a classifier on the channel \"training\" and writes it to the model folder.",
        discussion: "Reads and writes below $SAGEMAKER_BASE_DIR (default /opt/ml)."
    )

    /// SageMaker may pass further arguments (`ContainerArguments`); they have no meaning here.
    @Argument(parsing: .allUnrecognized, help: .hidden)
    var ignored: [String] = []

    func run() throws {
        let variables = ProcessEnvironment.variables
        let environment = TrainingEnvironment(variables: variables)
        let logger = ProgramLog.logger("train", variables: variables)
        let tracking = ExperimentTracking(environment, variables: variables, logger: logger)
        let job = TrainingJob(
            environment: environment,
            lexicons: LexiconFolder(variables: variables).open(logger: logger),
            producer: Program.producer,
            metrics: MetricLog(observer: tracking),
            logger: logger
        )
        do throws(TrainingError) {
            try job.run()
            end(tracking?.finish(), 0)
        } catch {
            FailureReport(error).write(to: environment.failureFile)
            logger.error("\(error)")
            end(tracking?.finish(FailureReport(error)), error.exitCode)
            throw ExitCode(error.exitCode)
        }
    }

    /// Ends the process at once when MLflow was not told everything in time.
    ///
    /// A thread of libcurl may be at work then, and the usual end of a process would take TLS away from under it.
    private func end(_ isTracked: Bool?, _ status: Int32) {
        if isTracked == false { _exit(status) }
    }
}
