internal import HTTP
internal import JSON

/// One question to the server as a value.
struct TrackingCall: Sendable, Equatable {
    /// What it is for, as the end of "cannot ...".
    let purpose: String
    let method: HTTPMethod
    let path: String
    let body: [UInt8]?
    /// Whether it may be asked again when nobody knows whether it was heard.
    let isRepeatable: Bool

    private static let root = "/api/2.0/mlflow/"

    private init(_ purpose: String, post name: String, _ body: JSONValue, isRepeatable: Bool = true) {
        self.init(purpose, .post, name, body.serialized(), isRepeatable: isRepeatable)
    }

    private init(_ purpose: String, _ method: HTTPMethod, _ name: String, _ body: [UInt8]?, isRepeatable: Bool = true) {
        self.purpose = purpose
        self.method = method
        path = Self.root + name
        self.body = body
        self.isRepeatable = isRepeatable
    }

    static func experiment(named name: String) -> TrackingCall {
        let name = PercentCoding.encode(name)
        return TrackingCall("find the experiment", .get, "experiments/get-by-name?experiment_name=\(name)", nil)
    }

    static func createExperiment(named name: String) -> TrackingCall {
        TrackingCall("create the experiment", post: "experiments/create", ["name": .string(name)])
    }

    /// A run that nobody knows of must not be made twice.
    static func createRun(experimentID: String, name: String?, tags: [RunEntry], time: Int) -> TrackingCall {
        var body = JSONObject()
        body["experiment_id"] = .string(experimentID)
        body["start_time"] = .number(.init(time))
        body["tags"] = .array(tags.prefix(MLflowLimits.parametersInBatch).map(tag))
        body["run_name"] = name.map { .string(LengthLimit.shortened($0, to: MLflowLimits.nameCharacters)) }
        return TrackingCall("create the run", post: "runs/create", .object(body), isRepeatable: false)
    }

    static func parameters(_ parameters: [RunEntry], of run: String) -> [TrackingCall] {
        let values = parameters.map { $0.json(valueCharacters: MLflowLimits.parameterCharacters) }
        return batches("params", of: values, most: MLflowLimits.parametersInBatch, run)
    }

    static func tags(_ tags: [RunEntry], of run: String) -> [TrackingCall] {
        batches("tags", of: tags.map(tag), most: MLflowLimits.parametersInBatch, run)
    }

    static func metrics(_ metrics: [RunMetric], of run: String) -> [TrackingCall] {
        batches("metrics", of: metrics.map(\.json), most: MLflowLimits.metricsInBatch, run)
    }

    static func end(_ run: String, status: String, time: Int) -> TrackingCall {
        TrackingCall(
            "end the run",
            post: "runs/update",
            ["run_id": .string(run), "status": .string(status), "end_time": .number(.init(time))]
        )
    }

    static func createRegisteredModel(named name: String) -> TrackingCall {
        TrackingCall("create the registered model", post: "registered-models/create", ["name": .string(name)])
    }

    /// A version that nobody knows of must not be made twice.
    static func createModelVersion(of name: String, source: String, run: String) -> TrackingCall {
        TrackingCall(
            "create the model's version",
            post: "model-versions/create",
            ["name": .string(name), "source": .string(source), "run_id": .string(run)],
            isRepeatable: false
        )
    }

    private static func tag(_ entry: RunEntry) -> JSONValue {
        entry.json(valueCharacters: MLflowLimits.tagCharacters)
    }

    private static func batches(_ key: String, of values: [JSONValue], most: Int, _ run: String) -> [TrackingCall] {
        Batches.split(values, most: most).map { batch in
            var body = JSONObject()
            body["run_id"] = .string(run)
            body[key] = .array(batch)
            return TrackingCall("log \(key)", post: "runs/log-batch", .object(body))
        }
    }
}
