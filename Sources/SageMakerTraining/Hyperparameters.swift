internal import JSON
import TextAnalysis

/// Reads `hyperparameters.json`.
public struct Hyperparameters: Sendable, Equatable {
    /// How many letters may be wrong in a name that is taken for a misspelt one.
    static let greatestDistance = 2
    /// The longest name that is compared with the known ones; SageMaker allows 256.
    static let longestName = 256

    /// What the job is to do.
    public let configuration: TrainingConfiguration
    /// Names that were passed over, as lines for the log.
    public let warnings: [String]
    /// Each hyperparameter with the value that holds, as a user would write it.
    public var values: [(name: String, value: String)] {
        Hyperparameter.all.map { ($0.name, $0.text(of: configuration)) }
    }
    /// The values of the known names that the job gives.
    let given: [String: HyperparameterValue]

    /// Reads the hyperparameters of an environment; a job without the file has the defaults.
    ///
    /// - Throws: `TrainingError` that names the hyperparameter.
    public init(_ environment: TrainingEnvironment) throws(TrainingError) {
        try self.init(object: try ConfigurationFile.read(environment.hyperparametersFile) ?? JSONObject())
    }

    /// Reads hyperparameters from the bytes of a JSON object.
    ///
    /// - Throws: `TrainingError` that names the hyperparameter.
    public init(json: [UInt8]) throws(TrainingError) {
        try self.init(object: try ConfigurationFile.object(of: json, path: "hyperparameters.json"))
    }

    private init(object: JSONObject) throws(TrainingError) {
        var configuration = TrainingConfiguration()
        var warnings: [String] = []
        var given: [String: HyperparameterValue] = [:]
        for member in object.members {
            if let hyperparameter = Hyperparameter.all.first(where: { $0.name == member.key }) {
                let value = HyperparameterValue(member.value)
                try Self.set(hyperparameter, value, in: &configuration)
                given[hyperparameter.name] = value
            } else if !Self.belongsToSageMaker(member.key) {
                warnings.append(try Self.warning(of: member.key))
            }
        }
        self.configuration = configuration
        self.warnings = warnings
        self.given = given
    }

    /// Sets a value; the words for "nothing" leave a default in place that cannot be nothing.
    private static func set(
        _ hyperparameter: Hyperparameter,
        _ value: HyperparameterValue,
        in configuration: inout TrainingConfiguration
    ) throws(TrainingError) {
        do {
            try hyperparameter.set(value, in: &configuration)
        } catch {
            if value.text != nil { throw error }
        }
    }

    /// Names that SageMaker, its toolkits and its tuner add.
    private static func belongsToSageMaker(_ name: String) -> Bool {
        name.hasPrefix("sagemaker_") || name == "_tuning_objective_metric"
    }

    /// A line for the log about an unknown name.
    ///
    /// - Throws: `TrainingError` when the name is much like a known one: to train without it would waste the job.
    private static func warning(of name: String) throws(TrainingError) -> String {
        let shown = name.prefix(longestName)
        // scikit-learn's own names of the vectorizer's parameters, which the forest's would hide.
        if Hyperparameter.all.contains(where: { $0.name == "tfidf_\(shown)" }) {
            throw TrainingError(.hyperparameterName(String(shown), nearest: "tfidf_\(shown)"))
        }
        let nearest = Hyperparameter.all.map { (name: $0.name, distance: EditDistance.between(String(shown), $0.name)) }
            .min { $0.distance < $1.distance }
        if let nearest, nearest.distance <= greatestDistance {
            throw TrainingError(.hyperparameterName(String(shown), nearest: nearest.name))
        }
        return "hyperparameter \"\(shown)\" is not known and passed over"
    }
}
