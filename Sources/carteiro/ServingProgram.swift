import Dataset
import FoundationEssentials
import Glibc
import HTTP
import HTTPServer
import Logging
import ModelArtifact
import Nginx
import SageMakerInference

/// The serving process: server, model and, unless told otherwise, nginx in front.
struct ServingProgram {
    let environment: InferenceEnvironment
    /// Where nginx is looked for, as in `PATH`.
    let searchPath: String
    let isDirect: Bool
    let logger: Logger
    /// Where the models of the multi-model mode are; `nil` when one model is served.
    private let store: ModelStore?
    private let slot = ModelSlot()
    private let replies: ReplyPolicyInForce

    init(
        environment: InferenceEnvironment,
        searchPath: String,
        isDirect: Bool,
        replyPolicyFile: String?,
        logger: Logger
    ) throws(Fault) {
        if environment.isMultiModel, replyPolicyFile != nil { throw Fault.onePolicyForSeveralModels }
        replies = ReplyPolicyInForce(path: replyPolicyFile, logger: logger)
        self.environment = environment
        self.searchPath = searchPath
        self.isDirect = isDirect
        self.logger = logger
        let budget = environment.modelMemoryBytes ?? SystemMemory.budgetForModels
        store = environment.isMultiModel ? ModelStore(loader: ArtifactLoader(logger: logger), budgetBytes: budget) : nil
    }

    /// What can end a serving process before its time.
    enum Fault: Error, CustomStringConvertible {
        case nginxEnded(NginxExit)
        case onePolicyForSeveralModels

        var description: String {
            switch self {
            case .nginxEnded(let exit): "nginx ended (\(exit)); the server ends too, to be started anew"
            case .onePolicyForSeveralModels:
                "a reply policy is given by --policy or CARTEIRO_REPLY_POLICY, but with SAGEMAKER_MULTI_MODEL each "
                    + "model has its own; leave it out"
            }
        }
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// The signals are caught before any thread or child starts. The server listens before the model is loaded, so that
    /// `/ping` can say 503 until then. At the end nginx finishes its open requests first, then the server.
    ///
    /// - Throws: What can't be started, or `Fault` when nginx ends first.
    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let signal = try ShutdownSignal(catchesHangUp: replies.path != nil)
        let workers = environment.workers ?? ParallelLoop.cores
        let runtime = "/tmp/carteiro-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: runtime) }
        try FileManager.default.createDirectory(atPath: runtime, withIntermediateDirectories: true)
        let socket = "\(runtime)/server.sock"
        let metrics = ServingMetrics(uptime: { clock.now - start })
        let server = Server(
            configuration: configuration(workers: workers, socket: socket),
            responder: router(workers: workers, metrics: metrics),
            logger: logger
        )
        metrics.setLoad { [weak server] in ServerLoad(server?.statistics) }
        try server.start()
        defer { server.shutdown() }
        let nginx = isDirect ? nil : try startNginx(socket: socket, runtime: runtime, signal: signal)
        defer { nginx?.stop() }
        if isReady() { logger.info("ready in \(Int((clock.now - start) / .milliseconds(1))) ms") }
        var cause = signal.wait()
        while cause == .hungUp {
            replies.readAgain(into: slot)
            cause = signal.wait()
        }
        if cause == .requested, let exit = nginx?.exit { throw Fault.nginxEnded(exit) }
        logger.info("ending: \(cause)")
    }

    private func configuration(workers: Int, socket: String) -> ServerConfiguration {
        var limits = HTTPLimits()
        limits.bodyBytes = environment.maximumBodyBytes ?? Int.max
        return ServerConfiguration(
            endpoints: [isDirect ? .anyAddress(port: UInt16(clamping: environment.port)) : .unix(path: socket)],
            workers: workers,
            limits: limits
        )
    }

    /// Starts nginx as a child; its end asks for the end of this process.
    private func startNginx(socket: String, runtime: String, signal: ShutdownSignal) throws -> NginxProcess {
        let configuration = try NginxConfiguration(
            port: UInt16(clamping: environment.port),
            upstreamSocketPath: socket,
            runtimeDirectory: runtime,
            maxBodyBytes: environment.maximumBodyBytes ?? 0,
            listensOnIPv6: NetworkFamilies.hasIPv6(),
            buffersRequests: environment.maximumBodyBytes != nil,
            workerProcesses: ParallelLoop.cores,
            runsAsRoot: geteuid() == 0,
            timeouts: .init(answer: environment.timeoutSeconds)
        )
        let nginx = NginxProcess(
            binary: try NginxBinary.locate(searchPath: searchPath),
            configuration: configuration,
            logger: logger
        )
        let isFirstProcess = ProcessInfo.processInfo.processIdentifier == 1
        try nginx.start(reapsOthers: isFirstProcess) { _ in signal.request() }
        return nginx
    }

    private func router(workers: Int, metrics: ServingMetrics) -> InferenceRouter {
        let showsPages = environment.showsPages ?? isDirect
        guard let store else {
            return InferenceRouter(
                slot: slot,
                environment: environment,
                workers: workers,
                metrics: metrics,
                showsPages: showsPages,
                feedback: FeedbackCollector(environment)
            )
        }
        return InferenceRouter(
            store: store,
            environment: environment,
            workers: workers,
            metrics: metrics,
            showsPages: showsPages
        )
    }

    /// Loads the one model; without it the server stays up and says so at `/ping`.
    private func isReady() -> Bool {
        guard store == nil else { return true }
        do {
            let model = try Model.open(folder: "\(environment.baseDirectory)/model")
            if let asked = model.metadata.treesAskedFor {
                logger.warning("the model's training was stopped: it has \(model.trees) of \(asked) trees")
            }
            slot.set(.ready(replies.served(model)))
            return true
        } catch {
            logger.error("\(error); /ping answers 503 until a model is there")
            slot.set(.failed)
            return false
        }
    }
}

extension ServerLoad {
    /// The server's own figures; nothing of a server that is gone.
    fileprivate init(_ statistics: ServerStatistics?) {
        self.init(
            openConnections: statistics?.open ?? 0,
            acceptedConnections: statistics?.accepted ?? 0,
            queuedRequests: statistics?.queued ?? 0,
            refusedRequests: statistics?.refused ?? 0
        )
    }
}
