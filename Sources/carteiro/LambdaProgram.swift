import Dispatch
import HTTPServer
import LambdaRuntime
import Logging
import ModelArtifact
import SageMakerInference
import Synchronization

/// The process of a Lambda function: the model, and the loop that answers invocations one after the other.
struct LambdaProgram {
    let variables: [String: String]
    let logger: Logger

    /// The variable in which Lambda says where invocations come from.
    static let addressVariable = "AWS_LAMBDA_RUNTIME_API"
    /// Seconds that the invocation at hand has for its end once SIGTERM has come.
    private static let endSeconds = 20.0

    /// Why there is no function.
    enum Fault: Error, CustomStringConvertible {
        case noAddress
        case invocationUnfinished

        var description: String {
            switch self {
            case .noAddress:
                "\(addressVariable) is not set; Lambda sets it to HOST:PORT, elsewhere use `carteiro serve`"
            case .invocationUnfinished: "the last invocation did not end within \(Int(endSeconds)) s"
            }
        }
    }

    /// Answers invocations until SIGTERM or SIGINT, or until there are no more.
    ///
    /// - Throws: What keeps the function from starting, which Lambda is told too, or the runtime API's silence.
    func run() throws {
        guard let address = variables[Self.addressVariable], !address.isEmpty else { throw Fault.noAddress }
        let signal = try ShutdownSignal()
        let loop = try start(address)
        let progress = LoopProgress()
        let end = Mutex<RuntimeAPIError?>(nil)
        DispatchQueue(label: "lambda").async {
            do throws(RuntimeAPIError) {
                try loop.run(progress)
            } catch {
                end.withLock { $0 = error }
                signal.request()
            }
        }
        let cause = signal.wait()
        if let error = end.withLock({ $0 }) { throw error }
        logger.info("ending: \(cause)")
        guard progress.stop(within: Self.endSeconds) else { throw Fault.invocationUnfinished }
    }

    /// Opens the model; when that fails Lambda learns it before the process ends.
    private func start(_ address: String) throws -> InvocationLoop {
        do {
            let clock = ContinuousClock()
            let start = clock.now
            let environment = try InferenceEnvironment(variables)
            let replies = ReplyPolicyInForce(path: environment.replyPolicyFile, logger: logger)
            let model = try Model.open(path: "\(environment.baseDirectory)/model/\(ArtifactFormat.fileName)")
            let router = InferenceRouter(
                slot: ModelSlot(.ready(replies.served(model))),
                environment: environment,
                workers: 1,
                metrics: ServingMetrics(uptime: { clock.now - start }),
                showsPages: environment.showsPages ?? false,
                feedback: FeedbackCollector(environment)
            )
            logger.info("ready in \(Int((clock.now - start) / .milliseconds(1))) ms")
            return InvocationLoop(
                address: address,
                responder: router,
                maximumBodyBytes: environment.maximumBodyBytes,
                logger: logger
            )
        } catch {
            let code = error is InferenceEnvironmentError ? "invalid_setting" : "model_unusable"
            do {
                try InitializationFailure.report(code: code, message: "\(error)", to: address)
            } catch let unheard {
                logger.error("\(unheard)")
            }
            throw error
        }
    }
}
