import Dataset
import HTTP
import HTTPServer
import Logging
import ModelArtifact
import SageMakerInference

/// The serving process: server, model and, unless told otherwise, nginx in front.
struct ServingProgram {
    let environment: InferenceEnvironment
    let isDirect: Bool
    let logger: Logger

    /// Serves until SIGTERM or SIGINT.
    ///
    /// The signals are caught before any thread or child starts. The server listens before the model is loaded, so that
    /// `/ping` can say 503 until then.
    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let signal = try ShutdownSignal()
        let slot = ModelSlot()
        let workers = environment.workers ?? ParallelLoop.cores
        let router = InferenceRouter(slot: slot, environment: environment, workers: workers)
        let server = Server(configuration: configuration(workers: workers), responder: router, logger: logger)
        try server.start()
        load(into: slot)
        logger.info("ready in \((clock.now - start) / .milliseconds(1)) ms")
        let cause = signal.wait()
        logger.info("ending: \(cause)")
        server.shutdown()
    }

    private func configuration(workers: Int) -> ServerConfiguration {
        var limits = HTTPLimits()
        limits.bodyBytes = environment.maximumBodyBytes ?? Int.max
        return ServerConfiguration(
            endpoints: [.anyAddress(port: UInt16(clamping: environment.port))],
            workers: workers,
            limits: limits
        )
    }

    private func load(into slot: ModelSlot) {
        let path = "\(environment.baseDirectory)/model/\(ArtifactFormat.fileName)"
        do {
            let model = try Model.open(path: path)
            let topK = model.metadata.topK
            slot.set(.ready(ServedModel(model.classifier, defaultTopK: topK > 1 ? topK : nil)))
        } catch {
            logger.error("\(error); /ping answers 503 until a model is there")
            slot.set(.failed)
        }
    }
}
