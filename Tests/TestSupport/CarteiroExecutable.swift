import Foundation

/// The built program, run as SageMaker runs it.
public struct CarteiroExecutable: Sendable {
    /// The path of the executable.
    public let path: String

    /// Finds the executable: `CARTEIRO_EXECUTABLE`, else the one that was built beside the tests.
    public init() {
        let given = ProcessInfo.processInfo.environment["CARTEIRO_EXECUTABLE"]
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        path = given ?? tests.deletingLastPathComponent().appendingPathComponent("carteiro").path
    }

    /// Names another program to run in the same way.
    public init(path: String) {
        self.path = path
    }

    /// How a run ended and what it printed.
    public struct Outcome: Sendable {
        /// The exit status.
        public let status: Int32
        /// The standard output.
        public let output: String
        /// The standard error.
        public let log: String
    }

    /// Runs the program to its end with a text as its standard input.
    public func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let (output, log) = (scratch.path + "/out", scratch.path + "/err")
        try scratch.write(Data(input.utf8), to: "in")
        let process = try start(
            arguments,
            environment: environment,
            input: FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.path + "/in")),
            output: output,
            log: log
        )
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOfFile: output, encoding: .utf8),
            log: try String(contentsOfFile: log, encoding: .utf8)
        )
    }

    /// Starts the program with its streams going to files.
    func start(
        _ arguments: [String],
        environment: [String: String],
        input: FileHandle = .nullDevice,
        output: String,
        log: String
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = try Self.emptyFile(output)
        process.standardError = try Self.emptyFile(log)
        try process.run()
        return process
    }

    private static func emptyFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
