import HTTP
import HTTPServer
import JSON
import Logging
import TestSupport
import Testing

@testable import MLflow

struct TrackedRunTests {
    /// A run against a stand-in, and what it logged.
    private struct Tracked {
        let run: TrackedRun
        let log: LogLines

        init(
            _ uri: String,
            _ variables: [String: String] = [:],
            retries: Int = 2,
            patience: Patience = Patience(firstAnswerSeconds: 20)
        ) throws {
            let log = LogLines()
            let names = ["MLFLOW_TRACKING_URI": uri, "MLFLOW_EXPERIMENT_NAME": "correio"]
            let settings = try #require(try MLflowSettings(names.merging(variables) { $1 }))
            run = TrackedRun(
                settings,
                milliseconds: { 1_700_000_000_123 },
                logger: log.logger,
                policy: RetryPolicy(delays: Array(repeating: 0.01, count: retries)),
                patience: patience
            )
            self.log = log
            run.begin(name: "job", tags: [RunEntry("a", "b")], parameters: [RunEntry("n_estimators", "100")])
        }
    }

    private static func artifacts(_ folder: TemporaryFolder) throws -> [RunArtifact] {
        try folder.write(Array("model".utf8), to: "m")
        try folder.write(Array("report".utf8), to: "r")
        return [
            RunArtifact(file: folder.path + "/m", name: "model/carteiro.model"),
            RunArtifact(file: folder.path + "/r", name: "report.html"),
        ]
    }

    @Test func everythingOfATrainingArrives() throws {
        let server = try TrackingServerStandIn()
        let tracked = try Tracked(server.uri, ["MLFLOW_REGISTERED_MODEL_NAME": "m", "MLFLOW_TRACKING_TOKEN": "t0ken"])
        tracked.run.record("validation:accuracy", 0.25, step: 10)
        tracked.run.record("validation:accuracy", 0.75, step: 20)
        tracked.run.record("validation:log_loss", .nan, step: 20)
        tracked.run.tag(RunEntry("language", "pt"))
        let folder = try TemporaryFolder()
        #expect(try tracked.run.finish(.finished, artifacts: Self.artifacts(folder)))
        #expect(server.bodies("/experiments/create") == [["name": "correio"]])
        let run = try #require(server.bodies("/runs/create").first)
        #expect(run["experiment_id"] == "7")
        #expect(run["run_name"] == "job")
        #expect(run["start_time"] == 1_700_000_000_123)
        #expect(server.logged("params") == [["key": "n_estimators", "value": "100"]])
        #expect(server.logged("tags") == [["key": "language", "value": "pt"]])
        #expect(server.logged("metrics").map { $0["step"] } == [10, 20])
        #expect(server.logged("metrics").map { $0["value"]?.doubleValue } == [0.25, 0.75])
        #expect(server.files == ["model/carteiro.model": Array("model".utf8), "report.html": Array("report".utf8)])
        #expect(server.bodies("/model-versions/create").first?["source"] == "mlflow-artifacts:/7/run-1/artifacts/model")
        #expect(server.bodies("/runs/update").first?["status"] == "FINISHED")
        #expect(server.requests.last?.path == "/api/2.0/mlflow/runs/update")
        #expect(server.requests.allSatisfy { $0.headers["Authorization"] == "Bearer t0ken" })
        #expect(tracked.log.warnings.isEmpty)
        #expect(!tracked.log.all.joined().contains("t0ken"))
    }

    @Test func knownExperimentAndModelAreUsed() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.knowsNames = true
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri, ["MLFLOW_REGISTERED_MODEL_NAME": "m", "MLFLOW_RUN_NAME": "mine"])
        #expect(tracked.run.finish(.finished, artifacts: []))
        #expect(server.bodies("/experiments/create").isEmpty)
        #expect(server.bodies("/runs/create").first?["run_name"] == "mine")
        #expect(server.bodies("/model-versions/create").count == 1)
        #expect(tracked.log.warnings.isEmpty)
    }

    @Test(arguments: [(TrackedRun.Ending.failed, "FAILED"), (.killed, "KILLED")])
    func failedTrainingRegistersNoModel(ending: TrackedRun.Ending, status: String) throws {
        let server = try TrackingServerStandIn()
        let tracked = try Tracked(server.uri, ["MLFLOW_REGISTERED_MODEL_NAME": "m"])
        #expect(tracked.run.finish(ending, artifacts: []))
        #expect(server.bodies("/runs/update").first?["status"]?.stringValue == status)
        #expect(server.bodies("/registered-models/create").isEmpty)
    }

    @Test func manyMetricsGoInBatches() throws {
        let server = try TrackingServerStandIn()
        let tracked = try Tracked(server.uri)
        for step in 0..<3_500 { tracked.run.record("m", 1, step: step) }
        #expect(tracked.run.finish(.finished, artifacts: []))
        #expect(server.logged("metrics").map { $0["step"]?.intValue } == (0..<3_500).map { $0 })
        #expect(server.bodies("/runs/log-batch").allSatisfy { $0["metrics"]?.arrayValue?.count ?? 0 <= 1_000 })
    }

    @Test func passingFaultsAreOvercome() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.failures = ["get-by-name": [500, 502], "runs/create": [503], "log-batch": [429], "artifacts": [500]]
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri)
        let folder = try TemporaryFolder()
        #expect(try tracked.run.finish(.finished, artifacts: Self.artifacts(folder)))
        #expect(tracked.log.warnings.isEmpty)
        #expect(server.files.count == 2)
        #expect(server.bodies("/runs/update").count == 1)
    }

    @Test func lastingFaultOfOnePartLeavesTheOthers() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.failures = ["log-batch": Array(repeating: 500, count: 3), "report.html": [400]]
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri, ["MLFLOW_REGISTERED_MODEL_NAME": "m"])
        let folder = try TemporaryFolder()
        #expect(try tracked.run.finish(.finished, artifacts: Self.artifacts(folder)))
        #expect(
            tracked.log.warnings == [
                "MLflow: cannot log params: the server answered 500 : out of order",
                "MLflow: cannot send report.html: the server answered 400 : out of order",
            ]
        )
        #expect(server.bodies("/runs/update").first?["status"] == "FINISHED")
        #expect(server.bodies("/model-versions/create").isEmpty, "not all files are there")
    }

    @Test(arguments: [401, 403])
    func refusedCredentialsAreNotTriedAgain(status: Int) throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.failures = ["get-by-name": [status]]
        let server = try TrackingServerStandIn(behaviour)
        let uri = server.uri.replacing("http://", with: "http://ana:segredo@")
        let tracked = try Tracked(uri)
        tracked.run.record("m", 1, step: 0)
        #expect(tracked.run.finish(.finished, artifacts: []))
        #expect(server.requests.count == 1)
        #expect(server.requests.first?.headers["Authorization"] == "Basic YW5hOnNlZ3JlZG8=")
        let warning = try #require(tracked.log.warnings.first)
        #expect(warning.contains("the server answered \(status)"))
        #expect(warning.contains("check MLFLOW_TRACKING_USERNAME"))
        #expect(!tracked.log.all.joined().contains("segredo"))
    }

    @Test func serverThatIsNotThereCostsOneWarning() throws {
        let tracked = try Tracked("http://ana:segredo@127.0.0.1:1")
        for step in 0..<10 { tracked.run.record("m", 1, step: step) }
        #expect(tracked.run.finish(.finished, artifacts: []))
        #expect(tracked.log.warnings.count == 1)
        let warning = try #require(tracked.log.warnings.first)
        #expect(warning.hasPrefix("MLflow: cannot find the experiment: cannot ask http://127.0.0.1:1/"))
        #expect(warning.hasSuffix("nothing more is sent, the training goes on"))
        #expect(!warning.contains("segredo"))
    }

    @Test func silentServerHasItsTimeAndNoMore() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.isSilent = true
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri, patience: Patience(firstAnswerSeconds: 0.2))
        #expect(tracked.run.finish(.finished, artifacts: [], within: 30))
        #expect(server.requests.count == 1)
        #expect(tracked.log.warnings.count == 1)
        #expect(tracked.log.warnings.first?.contains("no whole answer in time") == true)
    }

    @Test func jobWaitsNoLongerThanItWasTold() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.isSilent = true
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri, patience: Patience(firstAnswerSeconds: 600))
        #expect(!tracked.run.finish(.finished, artifacts: [], within: 0.1))
    }

    @Test func filesThatGoElsewhereAreNotSent() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.artifactURI = "s3://bucket/7/run-1/artifacts"
        let server = try TrackingServerStandIn(behaviour)
        let tracked = try Tracked(server.uri, ["MLFLOW_REGISTERED_MODEL_NAME": "m"])
        let folder = try TemporaryFolder()
        #expect(try tracked.run.finish(.finished, artifacts: Self.artifacts(folder)))
        #expect(server.files.isEmpty)
        #expect(tracked.log.warnings.first?.contains("s3://bucket/7/run-1/artifacts") == true)
        #expect(server.bodies("/runs/update").count == 1)
        #expect(server.bodies("/model-versions/create").isEmpty)
    }

    @Test func answersOfAnotherServiceAreNamed() throws {
        struct Page: HTTPResponder {
            func isImmediate(method: HTTPMethod, path: String) -> Bool { true }
            func respond(to request: HTTPRequest) -> HTTPResponse {
                HTTPResponse(status: .ok, body: Array("<html>".utf8))
            }
        }
        var logger = Logger(label: "page")
        logger.logLevel = .critical
        let configuration = ServerConfiguration(endpoints: [.loopback(port: 0)], workers: 1)
        let server = Server(configuration: configuration, responder: Page(), logger: logger)
        try server.start()
        defer { server.shutdown(within: 5) }
        let tracked = try Tracked("http://127.0.0.1:\(server.boundPort ?? 0)")
        #expect(tracked.run.finish(.finished, artifacts: []))
        #expect(tracked.log.warnings.first?.contains("not that of an MLflow server") == true)
    }
}
