import Foundation

/// `carteiro lambda` in a process of its own, with a stand-in for the runtime API.
public final class LambdaProcess: Sendable {
    /// Where its invocations come from.
    public let api: RuntimeAPIStandIn
    private let scratch: TemporaryFolder
    private let process: Process

    /// Starts the program.
    ///
    /// - Throws: What the system says when it can't be started.
    public init(baseDirectory: String, environment: [String: String] = [:]) throws {
        api = try RuntimeAPIStandIn()
        scratch = try TemporaryFolder()
        process = try CarteiroExecutable().start(
            ["lambda"],
            environment: environment.merging([
                "SAGEMAKER_BASE_DIR": baseDirectory, "AWS_LAMBDA_RUNTIME_API": api.address,
            ]) { $1 },
            output: scratch.path + "/out",
            log: scratch.path + "/err"
        )
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// What the function logged so far.
    public var log: String { scratch.read("err").map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// Waits for the end; returns the exit status.
    public func waitForEnd() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Sends SIGTERM and waits for the end; returns the exit status.
    public func stop() -> Int32 {
        kill(process.processIdentifier, SIGTERM)
        return waitForEnd()
    }
}
