internal import FoundationEssentials
internal import Glibc
public import Logging
internal import Synchronization

/// A running nginx with its watcher.
///
/// nginx is started with no signal blocked, in a process group of its own: Ctrl-C on a terminal reaches only the
/// program that started it, which then stops nginx in order; and when the master is killed its workers are too.
public final class NginxProcess: Sendable {
    private enum State: Sendable {
        case new
        case running(pid_t)
        case ended(NginxExit)
    }

    private let binary: String
    private let configuration: NginxConfiguration
    private let logger: Logger
    private let state = Mutex(State.new)
    private let end = EndSignal()

    /// The seconds that `stop` gives nginx by default.
    public static let stopSeconds = 22.0

    /// Prepares a process; nothing is written or started yet.
    public init(binary: String, configuration: NginxConfiguration, logger: Logger) {
        self.binary = binary
        self.configuration = configuration
        self.logger = logger
    }

    /// How nginx ended; nil while it runs and before the start.
    public var exit: NginxExit? {
        state.withLock { state in
            if case .ended(let exit) = state { exit } else { nil }
        }
    }

    /// The process id of the master; nil when it does not run.
    public var processID: Int32? {
        state.withLock { state in
            if case .running(let pid) = state { pid } else { nil }
        }
    }

    /// Writes the configuration, starts nginx, and watches it on a thread that calls `onExit` at its end.
    ///
    /// With `reapsOthers` the watcher also takes the exit status of every other child, as process 1 must.
    public func start(
        reapsOthers: Bool = false,
        onExit: @escaping @Sendable (NginxExit) -> Void
    ) throws(NginxError) {
        try writeConfiguration()
        let pid = try state.withLock { state throws(NginxError) in
            guard case .new = state else { throw NginxError(.alreadyStarted, path: configuration.path) }
            let pid = try ChildProcess.spawn(binary, arguments: arguments)
            state = .running(pid)
            return pid
        }
        logger.info("nginx runs as process \(pid) on port \(configuration.port)")
        try ChildProcess.watch(pid, reapsOthers: reapsOthers) { [self] in
            onExit(reap(pid))
        }
    }

    /// Asks nginx to end after the open requests, kills it when `seconds` have passed, and returns when it is gone.
    public func stop(within seconds: Double = NginxProcess.stopSeconds) {
        guard send(SIGQUIT) else { return }
        if end.wait(seconds: seconds) { return }
        logger.warning("nginx has not ended in \(seconds) s and is killed")
        if send(SIGKILL) { _ = end.wait(seconds: 5) }
    }

    private var arguments: [String] {
        [binary, "-e", "stderr", "-p", configuration.runtimeDirectory, "-c", configuration.path]
    }

    /// Under the lock, so that the process id can't have been reaped and given to another process.
    private func send(_ signal: Int32) -> Bool {
        state.withLock { state in
            guard case .running(let pid) = state else { return false }
            return kill(pid, signal) == 0
        }
    }

    private func reap(_ pid: pid_t) -> NginxExit {
        let exit = state.withLock { state in
            let exit = ChildProcess.reap(pid)
            state = .ended(exit)
            return exit
        }
        logger.info("nginx has ended: \(exit)")
        end.signal()
        return exit
    }

    private func writeConfiguration() throws(NginxError) {
        do {
            try FileManager.default.createDirectory(
                atPath: configuration.runtimeDirectory,
                withIntermediateDirectories: true
            )
            try Data(configuration.text.utf8).write(to: URL(filePath: configuration.path), options: .atomic)
        } catch {
            throw NginxError(.system(call: "writing the configuration", number: errno), path: configuration.path)
        }
    }
}
