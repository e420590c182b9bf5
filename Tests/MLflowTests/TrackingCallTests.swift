import HTTP
import JSON
import Testing

@testable import MLflow

struct TrackingCallTests {
    private static func body(_ call: TrackingCall) throws -> JSONValue {
        try JSONValue(parsing: call.body ?? [])
    }

    @Test func experimentIsAskedForByItsEscapedName() {
        let call = TrackingCall.experiment(named: "correio & c\u{e3}o")
        #expect(call.method == .get)
        #expect(call.path == "/api/2.0/mlflow/experiments/get-by-name?experiment_name=correio%20%26%20c%C3%A3o")
        #expect(call.body == nil)
    }

    @Test func runIsMadeOnceWithNameAndTags() throws {
        let tag = RunEntry("a", "b")
        let call = TrackingCall.createRun(experimentID: "7", name: "job", tags: [tag], time: 1_700_000_000_000)
        #expect(call.path == "/api/2.0/mlflow/runs/create")
        #expect(!call.isRepeatable)
        #expect(
            try Self.body(call) == [
                "experiment_id": "7", "start_time": 1_700_000_000_000, "tags": [["key": "a", "value": "b"]],
                "run_name": "job",
            ]
        )
        let nameless = TrackingCall.createRun(experimentID: "7", name: nil, tags: [], time: 1)
        #expect(try Self.body(nameless)["run_name"] == nil)
    }

    @Test func metricsHaveStepAndTime() throws {
        let metric = RunMetric(name: "validation/accuracy", value: 0.5, step: 10, timestamp: 3)
        let call = try #require(TrackingCall.metrics([metric], of: "r").first)
        #expect(call.path == "/api/2.0/mlflow/runs/log-batch")
        #expect(
            try Self.body(call) == [
                "run_id": "r", "metrics": [["key": "validation/accuracy", "value": 0.5, "timestamp": 3, "step": 10]],
            ]
        )
    }

    @Test func batchesKeepToTheServersNumbers() throws {
        let metric = RunMetric(name: "m", value: 1, step: 0, timestamp: 0)
        let metrics = TrackingCall.metrics(Array(repeating: metric, count: 2_500), of: "r")
        #expect(try metrics.map { try Self.body($0)["metrics"]?.arrayValue?.count } == [1_000, 1_000, 500])
        let entries = (0..<250).map { RunEntry("p\($0)", "v") }
        let parameters = TrackingCall.parameters(entries, of: "r")
        #expect(try parameters.map { try Self.body($0)["params"]?.arrayValue?.count } == [100, 100, 50])
        #expect(TrackingCall.tags(entries, of: "r").count == 3)
        #expect(TrackingCall.metrics([], of: "r").isEmpty)
    }

    @Test func batchesKeepToTheServersBytes() throws {
        // Each value has 6,000 characters of four bytes.
        let entries = (0..<100).map { RunEntry("p\($0)", String(repeating: "\u{1F4E6}", count: 7_000)) }
        let calls = TrackingCall.parameters(entries, of: "r")
        #expect(calls.allSatisfy { ($0.body?.count ?? 0) < 1_000_000 })
        #expect(calls.count == 3)
        let values = try calls.flatMap { try Self.body($0)["params"]?.arrayValue ?? [] }
        #expect(values.count == 100)
        #expect(values.allSatisfy { $0["value"]?.stringValue?.unicodeScalars.count == 6_000 })
    }

    @Test func endNamesStatusAndTime() throws {
        let call = TrackingCall.end("r", status: "FINISHED", time: 5)
        #expect(call.path == "/api/2.0/mlflow/runs/update")
        #expect(try Self.body(call) == ["run_id": "r", "status": "FINISHED", "end_time": 5])
    }

    @Test func modelVersionPointsAtTheRun() throws {
        let call = TrackingCall.createModelVersion(of: "m", source: "mlflow-artifacts:/1/r/artifacts/model", run: "r")
        #expect(call.path == "/api/2.0/mlflow/model-versions/create")
        #expect(
            try Self.body(call) == ["name": "m", "source": "mlflow-artifacts:/1/r/artifacts/model", "run_id": "r"]
        )
    }
}
