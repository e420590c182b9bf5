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

    @OptionGroup var ignored: IgnoredArguments

    func run() throws {
        // Before any thread starts, so that all of them leave the signals to this one descriptor.
        let signal = try ShutdownSignal()
        let variables = ProcessEnvironment.variables
        let environment = TrainingEnvironment(variables: variables)
        let logger = ProgramLog.logger("train", variables: variables)
        ignored.warn(logger)
        let stop = TrainingStop()
        StopWatch(stop, logger: logger).start(on: signal)
        let tracking = ExperimentTracking(environment, variables: variables, logger: logger)
        let job = TrainingJob(
            environment: environment,
            lexicons: LexiconFolder(variables: variables).open(logger: logger),
            producer: Program.producer,
            metrics: MetricLog(observer: tracking),
            logger: logger,
            stop: stop
        )
        let code: Int32
        let isTracked: Bool?
        do throws(TrainingError) {
            let outcome = try job.run()
            if let line = outcome.line { logger.warning("\(line)") }
            code = outcome.exitCode
            isTracked = tracking?.finish(outcome)
        } catch {
            FailureReport(error).write(to: environment.failureFile)
            logger.error("\(error)")
            code = error.exitCode
            isTracked = tracking?.finish(FailureReport(error))
        }
        // A thread of libcurl may still be at work where MLflow was not told everything in time, and the usual end of a
        // process would take TLS away from under it.
        if isTracked == false { _exit(code) }
        if code != 0 { throw ExitCode(code) }
    }
}
