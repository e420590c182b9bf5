import Dispatch
import Glibc
import HTTPServer
import Logging
import SageMakerTraining

/// Waits for SIGTERM or SIGINT beside a training job, asks the job to stop and ends the process in time.
struct StopWatch {
    private let stop: TrainingStop
    private let logger: Logger

    init(_ stop: TrainingStop, logger: Logger) {
        self.stop = stop
        self.logger = logger
    }

    /// Begins to wait on a thread of its own.
    func start(on signal: ShutdownSignal) {
        DispatchQueue(label: "signals").async { [self] in
            let cause = signal.wait()
            guard stop.request() else {
                logger.warning("\(cause) before the first tree was begun; no model is written")
                end()
            }
            logger.warning("\(cause): the trees in hand are finished, then the job ends")
            // The job ends the process; this is for what takes too long.
            sleep(UInt32(TrainingStop.longestSeconds))
            logger.warning("the job did not end in \(Int(TrainingStop.longestSeconds)) s and is cut off")
            end()
        }
    }

    /// Ends the process at once: files come by rename, so none is left half written.
    private func end() -> Never {
        _exit(stop.exitCode)
    }
}
