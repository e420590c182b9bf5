/// Where SageMaker puts a training job's input and looks for its output.
///
/// Source: AWS, "How Amazon SageMaker AI provides training information", and the base directory variable of the
/// SageMaker toolkits.
public struct TrainingEnvironment: Sendable, Equatable {
    /// The base directory when `SAGEMAKER_BASE_DIR` is not set.
    public static let defaultBaseDirectory = "/opt/ml"

    /// The folder that holds everything else.
    public let baseDirectory: String
    /// The name of the job, when the service gives one.
    public let jobName: String?

    /// Reads the variables `SAGEMAKER_BASE_DIR` and `TRAINING_JOB_NAME`.
    public init(variables: [String: String]) {
        self.init(
            baseDirectory: variables["SAGEMAKER_BASE_DIR"].flatMap { $0.isEmpty ? nil : $0 }
                ?? Self.defaultBaseDirectory,
            jobName: variables["TRAINING_JOB_NAME"].flatMap { $0.isEmpty ? nil : $0 }
        )
    }

    /// Creates an environment below a folder.
    public init(baseDirectory: String, jobName: String? = nil) {
        self.baseDirectory = baseDirectory
        self.jobName = jobName
    }

    /// The folder for what is needed for a moment; never the model folder, which is uploaded.
    public var scratchDirectory: String { "/tmp" }
    /// The job's hyperparameters.
    public var hyperparametersFile: String { baseDirectory + "/input/config/hyperparameters.json" }
    /// The job's channels.
    public var inputDataConfigurationFile: String { baseDirectory + "/input/config/inputdataconfig.json" }
    /// The job's machines.
    public var resourceConfigurationFile: String { baseDirectory + "/input/config/resourceconfig.json" }
    /// Where the service keeps checkpoints, when the job has them.
    public var checkpointConfigurationFile: String { baseDirectory + "/input/config/checkpointconfig.json" }
    /// The folder of the channels' folders.
    public var dataDirectory: String { baseDirectory + "/input/data" }
    /// The folder that becomes `model.tar.gz`.
    public var modelDirectory: String { baseDirectory + "/model" }
    /// The folder that becomes `output.tar.gz`.
    public var outputDataDirectory: String { baseDirectory + "/output/data" }
    /// The file whose beginning becomes the job's failure reason.
    public var failureFile: String { baseDirectory + "/output/failure" }
    /// The folder that is kept in S3 while the job runs.
    public var checkpointDirectory: String { baseDirectory + "/checkpoints" }
}
