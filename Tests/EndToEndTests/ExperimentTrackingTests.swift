import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// Trainings that are followed by a stand-in for MLflow, and trainings whose server does not do what it should.
@Suite(.serialized)
struct ExperimentTrackingTests {
    private static func job(_ hyperparameters: [String: String] = [:]) throws -> JobFolder {
        let defaults = ["n_estimators": "25", "language": "pt", "normalizer": "none"]
        let folder = try JobFolder(
            hyperparameters: defaults.merging(hyperparameters) { $1 },
            channels: ["training", "validation"]
        )
        for channel in ["training", "validation"] {
            try folder.add(try SampleMessages.csv(channel: channel), to: channel, as: "messages.csv")
        }
        return folder
    }

    private static let untracked = Result {
        let folder = try job()
        _ = try train(folder, [:])
        return try #require(folder.model)
    }

    private static func train(_ job: JobFolder, _ variables: [String: String]) throws -> CarteiroExecutable.Outcome {
        let names = ["SAGEMAKER_BASE_DIR": job.folder.path, "TRAINING_JOB_NAME": "correio-1"]
        return try CarteiroExecutable().run(["train"], environment: names.merging(variables) { $1 })
    }

    @Test func runHasParametersMetricsTagsAndFiles() throws {
        let server = try TrackingServerStandIn()
        let job = try Self.job(["n_jobs": "1"])
        try job.folder.write(Data("<html>".utf8), to: "output/data/notes.html")
        try job.folder.write(Data("<svg>".utf8), to: "output/data/figures/curve.svg")
        let outcome = try Self.train(
            job,
            ["MLFLOW_TRACKING_URI": server.uri, "MLFLOW_TRACKING_USERNAME": "ana", "MLFLOW_TRACKING_PASSWORD": "s3nha"]
        )
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(server.bodies("/runs/create").first?["run_name"] == "correio-1")
        #expect(server.logged("params").contains(["key": "n_estimators", "value": "25"]))
        #expect(server.logged("params").contains(["key": "max_features", "value": "sqrt"]))
        let steps = server.logged("metrics").filter { $0["key"] == "validation/accuracy" }.map { $0["step"]?.intValue }
        #expect(steps == [3, 6, 9, 12, 15, 18, 21, 24, 25])
        let tags = server.logged("tags")
        #expect(tags.contains(["key": "carteiro.language", "value": "pt"]))
        #expect(tags.contains(["key": "carteiro.documents", "value": "480"]))
        #expect(server.files["model/carteiro.model"] == job.model)
        #expect(server.files["report.html"]?.starts(with: Array("<!doctype html>".utf8)) == true)
        #expect(server.files["notes.html"] == Array("<html>".utf8))
        #expect(server.files["figures/curve.svg"] == Array("<svg>".utf8))
        #expect(server.bodies("/runs/update").first?["status"] == "FINISHED")
        #expect(server.requests.allSatisfy { $0.headers["Authorization"] == "Basic YW5hOnMzbmhh" })
        #expect(!outcome.log.contains("s3nha"))
        #expect(!outcome.log.contains("YW5hOnMzbmhh"))
    }

    @Test(arguments: [true, false])
    func proxyOfTheEnvironmentIsUsedForOtherMachinesOnly(isOther: Bool) throws {
        let server = try TrackingServerStandIn()
        let outcome = try Self.train(
            Self.job(["n_estimators": "0"]),
            [
                "MLFLOW_TRACKING_URI": isOther ? "http://mlflow.invalid:5000" : server.uri, "no_proxy": "",
                "http_proxy": isOther ? server.uri : "http://127.0.0.1:1",
            ]
        )
        #expect(outcome.status == 1)
        #expect(server.bodies("/runs/update").first?["status"] == "FAILED")
    }

    @Test func failedTrainingEndsItsRunWithTheReason() throws {
        let server = try TrackingServerStandIn()
        let outcome = try Self.train(Self.job(["n_estimators": "0"]), ["MLFLOW_TRACKING_URI": server.uri])
        #expect(outcome.status == 1)
        #expect(server.bodies("/runs/update").first?["status"] == "FAILED")
        let reason = server.logged("tags").first { $0["key"] == "carteiro.failure" }?["value"]?.stringValue
        #expect(reason?.hasPrefix("User error: ") == true)
        #expect(reason?.contains("n_estimators") == true)
        #expect(server.files.isEmpty)
    }

    @Test(arguments: ["http://127.0.0.1:1", "file:///tmp/mlruns", "http://ana:segredo@127.0.0.1:1"])
    func serverThatCannotBeUsedChangesNothingOfATraining(uri: String) throws {
        let job = try Self.job()
        let outcome = try Self.train(job, ["MLFLOW_TRACKING_URI": uri])
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(try job.model == Self.untracked.get())
        #expect(outcome.log.contains("warning"))
        #expect(!outcome.log.contains("segredo"))
        #expect(job.failure == nil)
    }

    @Test func silentServerHoldsAJobAsLongAsItMay() throws {
        var behaviour = TrackingServerStandIn.Behaviour()
        behaviour.isSilent = true
        let server = try TrackingServerStandIn(behaviour)
        let job = try Self.job(["n_estimators": "0"])
        let variables = ["MLFLOW_TRACKING_URI": server.uri, "CARTEIRO_MLFLOW_SECONDS": "1"]
        let outcome = try Self.train(job, variables)
        #expect(outcome.status == 1, "as without MLflow")
        #expect(job.failure?.contains("n_estimators") == true)
        // Which one it is depends on whether the job ended before the first question was asked.
        let warnings = ["MLflow did not take everything in 1 s", "no whole answer in time"]
        #expect(warnings.contains { outcome.log.contains($0) }, "\(outcome.log)")
        #expect(server.requests.count == 1)
    }

    @Test func onlyTheFirstMachineTracks() throws {
        let server = try TrackingServerStandIn()
        let job = try Self.job()
        let machines = #"{"current_host":"algo-2","hosts":["algo-1","algo-2"]}"#
        try job.folder.write(Data(machines.utf8), to: "input/config/resourceconfig.json")
        _ = try Self.train(job, ["MLFLOW_TRACKING_URI": server.uri])
        #expect(server.requests.isEmpty)
    }
}
