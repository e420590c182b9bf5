internal import JSON
internal import Logging
internal import Synchronization

/// The thread's side of a run: asks the server in order, warns, and gives up where nothing more is to be hoped for.
final class RunSender: Sendable {
    private struct Run {
        let id: String
        let artifacts: ArtifactLocation?
        let artifactURI: String
    }

    private let settings: MLflowSettings
    private let client: TrackingClient
    private let logger: Logger
    /// The run, once the server made it; `nil` again when it is given up.
    private let run = Mutex<Run?>(nil)

    init(_ settings: MLflowSettings, client: TrackingClient, logger: Logger) {
        self.settings = settings
        self.client = client
        self.logger = logger
    }

    func begin(name: String?, tags: [RunEntry], parameters: [RunEntry], time: Int) {
        do throws(TrackingError) {
            let experiment = try experimentID()
            let call = TrackingCall.createRun(
                experimentID: experiment,
                name: settings.runName ?? name,
                tags: tags,
                time: time
            )
            let information = try client.perform(call)["run"]?["info"]
            guard let id = (information?["run_id"] ?? information?["run_uuid"])?.stringValue else {
                throw TrackingError(.unreadableAnswer, call.purpose)
            }
            let uri = information?["artifact_uri"]?.stringValue ?? ""
            let location = ArtifactLocation(uri: uri, baseURL: settings.baseURL)
            run.withLock { $0 = Run(id: id, artifacts: location, artifactURI: uri) }
            logger.info("MLflow: \(settings.baseURL)/#/experiments/\(experiment)/runs/\(id)")
        } catch {
            giveUp(error)
        }
        if let run = current { perform(TrackingCall.parameters(parameters, of: run.id)) }
    }

    func send(_ metrics: [RunMetric], _ tags: [RunEntry]) {
        guard let run = current else { return }
        perform(TrackingCall.metrics(metrics, of: run.id) + TrackingCall.tags(tags, of: run.id))
    }

    func finish(_ ending: TrackedRun.Ending, artifacts: [RunArtifact], time: Int) {
        guard let run = current else { return }
        let areThere = send(artifacts, of: run)
        if ending == .finished, areThere, let name = settings.registeredModelName { register(name, run) }
        perform([TrackingCall.end(run.id, status: ending.status, time: time)])
    }

    private var current: Run? { run.withLock { $0 } }

    /// The number of the experiment, which is made where it is not there.
    private func experimentID() throws(TrackingError) -> String {
        let name = settings.experimentName
        if let id = try existingExperimentID(name) { return id }
        let call = TrackingCall.createExperiment(named: name)
        do throws(TrackingError) {
            guard let id = try client.perform(call)["experiment_id"]?.stringValue else {
                throw TrackingError(.unreadableAnswer, call.purpose)
            }
            return id
        } catch {
            // Another job may have made it in between.
            guard error.code == "RESOURCE_ALREADY_EXISTS", let id = try existingExperimentID(name) else { throw error }
            return id
        }
    }

    private func existingExperimentID(_ name: String) throws(TrackingError) -> String? {
        let call = TrackingCall.experiment(named: name)
        do throws(TrackingError) {
            guard let id = try client.perform(call)["experiment"]?["experiment_id"]?.stringValue else {
                throw TrackingError(.unreadableAnswer, call.purpose)
            }
            return id
        } catch {
            guard error.code == "RESOURCE_DOES_NOT_EXIST" else { throw error }
            return nil
        }
    }

    /// Asks one after the other; what the server refuses costs a warning, what it does not answer ends the run.
    private func perform(_ calls: [TrackingCall]) {
        for call in calls where current != nil {
            do {
                try client.perform(call)
            } catch {
                warn(error)
            }
        }
    }

    /// Sends files; false when one did not go.
    private func send(_ artifacts: [RunArtifact], of run: Run) -> Bool {
        guard !artifacts.isEmpty else { return true }
        guard let location = run.artifacts else {
            warn(TrackingError(.artifactsElsewhere(uri: run.artifactURI), "send files"))
            return false
        }
        if artifacts.count > MLflowLimits.files {
            logger.warning("MLflow: of \(artifacts.count) files only \(MLflowLimits.files) are sent")
        }
        for artifact in artifacts.prefix(MLflowLimits.files) {
            do {
                try client.upload(
                    artifact.file,
                    as: artifact.name,
                    to: location,
                    spare: MLflowLimits.closingSeconds
                )
            } catch {
                // The run's end may still be told when a file took too long.
                logger.warning("MLflow: \(error)")
                return false
            }
        }
        return artifacts.count <= MLflowLimits.files
    }

    private func register(_ name: String, _ run: Run) {
        do {
            try client.perform(.createRegisteredModel(named: name))
        } catch {
            guard error.code == "RESOURCE_ALREADY_EXISTS" else { return warn(error) }
        }
        let source = "\(run.artifactURI)/\(RunArtifact.modelFolder)"
        perform([.createModelVersion(of: name, source: source, run: run.id)])
    }

    private func warn(_ error: TrackingError) {
        if error.isFinal {
            giveUp(error)
        } else {
            logger.warning("MLflow: \(error)")
        }
    }

    private func giveUp(_ error: TrackingError) {
        run.withLock { $0 = nil }
        logger.warning("MLflow: \(error); nothing more is sent, the training goes on")
    }
}
