import Foundation

/// `carteiro train` in a process of its own, which a test can stop.
public final class TrainingProcess: Sendable {
    private let scratch: TemporaryFolder
    private let process: Process

    /// Starts a training in a job's folder.
    public init(_ job: JobFolder, executable: CarteiroExecutable = CarteiroExecutable()) throws {
        scratch = try TemporaryFolder()
        process = try executable.start(
            ["train"],
            environment: ["SAGEMAKER_BASE_DIR": job.folder.path],
            output: scratch.path + "/out",
            log: scratch.path + "/err"
        )
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// What it printed so far.
    public var output: String { scratch.read("out").map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// What it logged so far.
    public var log: String { scratch.read("err").map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// Whether the process has not ended.
    public var isRunning: Bool { process.isRunning }

    /// Waits until something holds or the process ends; returns whether it holds.
    public func wait(until holds: () -> Bool) -> Bool {
        while !holds() {
            guard process.isRunning else { return holds() }
            usleep(1_000)
        }
        return true
    }

    /// Sends a signal.
    public func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for the end; returns the exit status, or the number of the signal that ended the process.
    public func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
