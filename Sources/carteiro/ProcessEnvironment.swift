import FoundationEssentials
import Logging

/// The process's surroundings, read at the edge and passed down as values.
enum ProcessEnvironment {
    static var variables: [String: String] { ProcessInfo.processInfo.environment }
}

/// Where log lines go: the standard error stream, which SageMaker sends to CloudWatch.
enum ProgramLog {
    /// A logger at the level that `SAGEMAKER_CONTAINER_LOG_LEVEL` asks for, Python's number or a name.
    static func logger(_ label: String, variables: [String: String]) -> Logger {
        var logger = Logger(label: "carteiro.\(label)") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level(variables["SAGEMAKER_CONTAINER_LOG_LEVEL"]?.lowercased() ?? "")
        return logger
    }

    private static func level(_ text: String) -> Logger.Level {
        switch text {
        case "10", "debug": .debug
        case "30", "warning", "warn": .warning
        case "40", "error": .error
        case "50", "critical": .critical
        default: .info
        }
    }
}
