/// The sizes that an MLflow server takes, and the times that a job gives it.
///
/// Source: MLflow 3.17, `mlflow/utils/validation.py`.
public enum MLflowLimits {
    /// Metrics in one batch.
    public static let metricsInBatch = 1_000
    /// Parameters in one batch; as many tags are allowed.
    public static let parametersInBatch = 100
    /// Bytes of one batch; the server's limit is 1,000,000, with the brackets around.
    public static let batchBytes = 900_000
    /// Characters of a metric's, a parameter's or a tag's name.
    public static let nameCharacters = 250
    /// Characters of a parameter's value.
    public static let parameterCharacters = 6_000
    /// Characters of a tag's value; 8,000 in new servers, 5,000 in older ones.
    public static let tagCharacters = 5_000
    /// Files that one run gets.
    public static let files = 200
    /// Metrics that wait while the server does not take them; older ones are dropped.
    static let waitingMetrics = 100_000
    /// Bytes of an answer.
    static let answerBytes = 4 << 20

    /// Seconds for setting up a connection.
    static let connectSeconds = 3.0
    /// Seconds for one exchange; a file may take the whole time that is left.
    static let requestSeconds = 10.0
    /// Seconds from the first question on in which the server must have answered once.
    static let firstAnswerSeconds = 8.0
    /// Seconds that a job waits after its training when nothing else is asked for.
    public static let secondsAfterTraining = 20
    /// What may be asked for.
    public static let rangeAfterTraining = 1...3_600
    /// Seconds of them that are kept for the run's end while files are sent.
    static let closingSeconds = 2.0
}
