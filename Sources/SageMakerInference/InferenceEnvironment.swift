public import HTTP
public import Logging

/// The settings of the hosting container, read once from the environment that SageMaker and the user set.
///
/// The names are those of AWS's own containers, so that a model definition can stay as it is.
public struct InferenceEnvironment: Sendable {
    /// What SageMaker allows in a real-time request and in its answer: 6 MiB.
    public static let realTimeBodyBytes = 6_291_456
    /// What SageMaker allows in a mini-batch of a transform job: 100 MiB.
    public static let batchBodyBytes = 104_857_600

    /// `SAGEMAKER_BIND_TO_PORT`: the port to listen on.
    public let port: Int
    /// `SAGEMAKER_SAFE_PORT_RANGE`: the ports that may be used inside; `nil` when all may.
    public let safePorts: ClosedRange<Int>?
    /// `SAGEMAKER_BATCH`: whether a batch transform job runs, so that a bad record must not fail its file.
    public let isBatch: Bool
    /// `SAGEMAKER_MULTI_MODEL`: whether models are loaded and unloaded by requests.
    public let isMultiModel: Bool
    /// `SAGEMAKER_MAX_PAYLOAD_IN_MB`, else `MAX_CONTENT_LENGTH` or `SAGEMAKER_MAX_REQUEST_SIZE` in bytes.
    ///
    /// `nil` means that any size is taken, as `SAGEMAKER_MAX_PAYLOAD_IN_MB=0` asks for.
    public let maximumBodyBytes: Int?
    /// `SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT`: the answer's type when the request leaves it open.
    public let defaultAccept: MediaType?
    /// `SAGEMAKER_INFERENCE_OUTPUT`: the keys of each answer; `nil` for the usual ones.
    public let outputKeys: [OutputKey]?
    /// `SAGEMAKER_MODEL_SERVER_WORKERS` and its twins: threads that classify; `nil` for one a core.
    public let workers: Int?
    /// `SAGEMAKER_MODEL_SERVER_TIMEOUT` and its twins: seconds that a request may take.
    public let timeoutSeconds: Int
    /// `SAGEMAKER_CONTAINER_LOG_LEVEL`: Python's number, or a name.
    public let logLevel: Logger.Level
    /// `SAGEMAKER_MAX_CONCURRENT_TRANSFORMS`: what the user asked of a transform job.
    public let maximumConcurrentTransforms: Int?
    /// `SAGEMAKER_BASE_DIR`: where the model lies.
    public let baseDirectory: String
    /// `CARTEIRO_TRAILING_NEWLINE`: whether the last line of a CSV or JSON Lines answer is ended, too.
    ///
    /// The default is to end it in batch, where SageMaker joins answers, and not to end it elsewhere.
    public let endsLastLine: Bool
    /// `CARTEIRO_MODEL_MEMORY_MB`: how much memory the models of the multi-model mode may take; `nil` when not said.
    public let modelMemoryBytes: Int?
    /// `CARTEIRO_PAGES`: whether `/`, `/docs` and `/openapi.json` are offered; `nil` when not said.
    public let showsPages: Bool?
    /// `CARTEIRO_REPLY_POLICY`: the file whose policy takes the place of the model's; `nil` for the model's own.
    public let replyPolicyFile: String?
    /// `CARTEIRO_FEEDBACK_DIR`: the folder that feedback is written to; `nil` when none is taken.
    public let feedbackDirectory: String?

    /// Reads the settings.
    ///
    /// - Throws: `InferenceEnvironmentError` that names the first variable with an impossible value.
    public init(_ variables: [String: String]) throws(InferenceEnvironmentError) {
        let reader = EnvironmentReader(variables)
        port = try reader.integer("SAGEMAKER_BIND_TO_PORT", in: 1...65_535) ?? 8080
        safePorts = try reader.portRange("SAGEMAKER_SAFE_PORT_RANGE")
        isBatch = try reader.boolean("SAGEMAKER_BATCH") ?? false
        isMultiModel = try reader.boolean("SAGEMAKER_MULTI_MODEL") ?? false
        maximumBodyBytes = try Self.bodyBytes(reader, isBatch: isBatch)
        defaultAccept = try Self.mediaType(reader)
        outputKeys = try Self.keys(reader)
        workers = try reader.integer(
            "SAGEMAKER_MODEL_SERVER_WORKERS",
            "SAGEMAKER_NUM_MODEL_WORKERS",
            "MODEL_SERVER_WORKERS",
            in: 1...1_024
        )
        timeoutSeconds =
            try reader.integer(
                "SAGEMAKER_MODEL_SERVER_TIMEOUT_SECONDS",
                "SAGEMAKER_MODEL_SERVER_TIMEOUT",
                "MODEL_SERVER_TIMEOUT",
                in: 1...86_400
            ) ?? 60
        logLevel = try Self.level(reader)
        maximumConcurrentTransforms = try reader.integer("SAGEMAKER_MAX_CONCURRENT_TRANSFORMS", in: 1...10_000)
        baseDirectory = reader.text("SAGEMAKER_BASE_DIR")?.value ?? "/opt/ml"
        endsLastLine = try reader.boolean("CARTEIRO_TRAILING_NEWLINE") ?? isBatch
        modelMemoryBytes = try reader.integer("CARTEIRO_MODEL_MEMORY_MB", in: 1...1_048_576).map { $0 << 20 }
        showsPages = try reader.boolean("CARTEIRO_PAGES")
        replyPolicyFile = reader.text("CARTEIRO_REPLY_POLICY")?.value
        feedbackDirectory = try reader.absolutePath("CARTEIRO_FEEDBACK_DIR")
    }
}

extension InferenceEnvironment {
    private static func bodyBytes(
        _ reader: EnvironmentReader,
        isBatch: Bool
    ) throws(InferenceEnvironmentError) -> Int? {
        if let megabytes = try reader.integer("SAGEMAKER_MAX_PAYLOAD_IN_MB", in: 0...10_240) {
            return megabytes == 0 ? nil : megabytes << 20
        }
        let bytes = try reader.integer("MAX_CONTENT_LENGTH", "SAGEMAKER_MAX_REQUEST_SIZE", in: 1...(10_240 << 20))
        return bytes ?? (isBatch ? batchBodyBytes : realTimeBodyBytes)
    }

    private static func mediaType(_ reader: EnvironmentReader) throws(InferenceEnvironmentError) -> MediaType? {
        guard let (name, value) = reader.text("SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT") else { return nil }
        guard let media = MediaType(parsing: value), AnswerFormat(media) != nil else {
            throw InferenceEnvironmentError(
                variable: name,
                value: value,
                allowed: "one of " + BodyType.names.joined(separator: ", ")
            )
        }
        return media
    }

    private static func keys(_ reader: EnvironmentReader) throws(InferenceEnvironmentError) -> [OutputKey]? {
        guard let (name, value) = reader.text("SAGEMAKER_INFERENCE_OUTPUT") else { return nil }
        var keys: [OutputKey] = []
        for word in value.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let key = OutputKey(rawValue: String(word)) else {
                let known = OutputKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw InferenceEnvironmentError(variable: name, value: value, allowed: "a comma list of \(known)")
            }
            if !keys.contains(key) { keys.append(key) }
        }
        return keys.isEmpty ? nil : keys
    }

    /// The level by Python's number, 10 to 50, or by the name in Python or in swift-log.
    private static func level(_ reader: EnvironmentReader) throws(InferenceEnvironmentError) -> Logger.Level {
        guard let (name, value) = reader.text("SAGEMAKER_CONTAINER_LOG_LEVEL") else { return .info }
        switch value.lowercased() {
        case "0", "trace", "notset": return .trace
        case "10", "debug": return .debug
        case "20", "info": return .info
        case "30", "warn", "warning": return .warning
        case "40", "error": return .error
        case "50", "critical", "fatal": return .critical
        default:
            throw InferenceEnvironmentError(
                variable: name,
                value: value,
                allowed: "10 (debug), 20 (info), 30 (warning), 40 (error) or 50 (critical)"
            )
        }
    }
}
