/// One hyperparameter: its name, what it allows, its default, and where its value goes.
public struct Hyperparameter: Sendable {
    /// The name in `hyperparameters.json`.
    public let name: String
    /// The type, in a word or two.
    public let type: String
    /// What is allowed.
    public let allowed: String
    /// The default, as a user would write it.
    public let defaultValue: String
    /// What it does, in one sentence.
    public let summary: String

    private let print: @Sendable (TrainingConfiguration) -> String
    private let assign: @Sendable (HyperparameterValue, inout TrainingConfiguration) -> Bool

    init<Value>(
        _ name: String,
        _ path: any WritableKeyPath<TrainingConfiguration, Value> & Sendable,
        _ form: ValueForm<Value>,
        _ summary: String
    ) {
        self.name = name
        self.summary = summary
        type = form.type
        allowed = form.allowed
        let print: @Sendable (TrainingConfiguration) -> String = { form.print($0[keyPath: path]) }
        self.print = print
        defaultValue = print(TrainingConfiguration())
        assign = { value, configuration in
            guard let parsed = form.parse(value) else { return false }
            configuration[keyPath: path] = parsed
            return true
        }
    }

    /// The value in a configuration, as a user would write it.
    func text(of configuration: TrainingConfiguration) -> String { print(configuration) }

    /// Sets the value in a configuration.
    ///
    /// - Throws: `TrainingError` with the name, the value and what is allowed.
    func set(_ value: HyperparameterValue, in configuration: inout TrainingConfiguration) throws(TrainingError) {
        guard assign(value, &configuration) else {
            throw TrainingError(.hyperparameterValue(name: name, value: value.text ?? "None", allowed: allowed))
        }
    }
}
