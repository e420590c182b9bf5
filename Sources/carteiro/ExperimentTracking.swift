import FoundationEssentials
import Logging
import MLflow
import SageMakerTraining

/// Tells MLflow of a training, where the environment names a server; nothing of it can fail the training.
struct ExperimentTracking: JobObserver {
    private let run: TrackedRun
    private let environment: TrainingEnvironment

    /// Begins a run; `nil` without a server, with settings that cannot be used, and on all machines but the first.
    init?(_ environment: TrainingEnvironment, variables: [String: String], logger: Logger) {
        let settings: MLflowSettings
        do throws(MLflowSettingsError) {
            guard let found = try MLflowSettings(variables) else { return nil }
            settings = found
        } catch {
            logger.warning("\(error); the training is not tracked")
            return nil
        }
        guard (try? ResourceConfiguration(environment))?.isLeader != false else { return nil }
        run = TrackedRun(settings, milliseconds: { Int(Date().timeIntervalSince1970 * 1_000) }, logger: logger)
        self.environment = environment
        // A job whose hyperparameters cannot be read fails later on and has no parameters here.
        let values = (try? Hyperparameters(environment))?.values ?? []
        run.begin(
            name: environment.jobName,
            tags: Self.tags(environment),
            parameters: values.map { RunEntry($0.name, $0.value) }
        )
    }

    func record(_ name: String, _ value: Double, step: Int) {
        run.record(name, value, step: step)
        if let tag = Self.counts[name] { run.tag(RunEntry(tag, String(Int(value)))) }
    }

    func describe(_ name: String, _ text: String) {
        run.tag(RunEntry("carteiro.\(name)", text))
    }

    /// How long a training that was asked to stop waits for MLflow; its process ends soon after in any case.
    private static let secondsAfterStop = 4.0

    /// Sends the report and the model of a training that did not fail, and ends its run; false when the time is up before.
    func finish(_ outcome: TrainingOutcome) -> Bool {
        guard outcome == .complete else { return run.finish(.killed, artifacts: [], within: Self.secondsAfterStop) }
        let report = OutputFiles.below(environment.outputDataDirectory, most: MLflowLimits.files)
        let model = OutputFiles.below(environment.modelDirectory, most: MLflowLimits.files)
        return run.finish(
            .finished,
            artifacts: model.map { RunArtifact(file: $0.path, name: "\(RunArtifact.modelFolder)/\($0.name)") }
                + report.map { RunArtifact(file: $0.path, name: $0.name) }
        )
    }

    /// Ends the run of a training that failed, with the reason; false when the time is up before.
    func finish(_ failure: FailureReport) -> Bool {
        run.tag(RunEntry("carteiro.failure", failure.text))
        return run.finish(.failed, artifacts: [])
    }

    /// The metrics that are tags too, so that runs can be found by their data.
    private static let counts = [
        "train:documents": "carteiro.documents", "train:labels": "carteiro.labels",
        "train:features": "carteiro.features", "validation:documents": "carteiro.validation_documents",
    ]

    private static func tags(_ environment: TrainingEnvironment) -> [RunEntry] {
        var tags = [
            RunEntry("mlflow.source.name", Program.producer), RunEntry("mlflow.source.type", "JOB"),
            RunEntry("carteiro.version", Program.version),
        ]
        if let name = environment.jobName { tags.append(RunEntry("sagemaker.training_job_name", name)) }
        return tags
    }
}
