import ArgumentParser
import Glibc
import HTTPServer
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
        // Before any thread starts, so that all of them leave the signals to this one descriptor.
        let signal = try ShutdownSignal()
        let variables = ProcessEnvironment.variables
        let environment = TrainingEnvironment(variables: variables)
        let logger = ProgramLog.logger("train", variables: variables)
        let stop = TrainingStop()
        StopWatch(stop, logger: logger).start(on: signal)
        let job = TrainingJob(
            environment: environment,
            lexicons: LexiconFolder(variables: variables).open(logger: logger),
            producer: Program.producer,
            metrics: MetricLog(),
            logger: logger,
            stop: stop
        )
        let code: Int32
        do throws(TrainingError) {
            let outcome = try job.run()
            if let line = outcome.line { logger.warning("\(line)") }
            code = outcome.exitCode
        } catch {
            FailureReport(error).write(to: environment.failureFile)
            logger.error("\(error)")
            code = error.exitCode
        }
        if code != 0 { throw ExitCode(code) }
    }
}
