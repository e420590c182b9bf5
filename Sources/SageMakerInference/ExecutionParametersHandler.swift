public import HTTP
import JSON

/// Answers `GET /execution-parameters`, by which a transform job asks how to send its file.
///
/// `BatchStrategy` is left out: the documented value `MULTI_RECORD` makes the SageMaker SDK's local mode fail, which
/// wants `MultiRecord`, and the service's own default is the same strategy.
public struct ExecutionParametersHandler: Sendable {
    /// SageMaker's bound on transforms times payload.
    private static let maximumTotalMegabytes = 100
    /// SageMaker's default payload.
    private static let usualMegabytes = 6

    let environment: InferenceEnvironment
    let workers: Int

    /// Creates a handler; `workers` is how many requests are classified at a time.
    public init(environment: InferenceEnvironment, workers: Int) {
        self.environment = environment
        self.workers = workers
    }

    /// Answers with as many transforms as there are workers, within SageMaker's bound.
    public func respond(to request: HTTPRequest) -> HTTPResponse {
        let megabytes = min(payloadMegabytes, Self.maximumTotalMegabytes)
        let transforms = environment.maximumConcurrentTransforms ?? workers
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("MaxConcurrentTransforms")
        writer.int(max(1, min(transforms, Self.maximumTotalMegabytes / max(1, megabytes))))
        writer.key("MaxPayloadInMB")
        writer.int(megabytes)
        writer.endObject()
        return HTTPResponse(status: .ok, headers: ["Content-Type": "application/json"], body: writer.bytes)
    }

    private var payloadMegabytes: Int {
        guard let bytes = environment.maximumBodyBytes else { return 0 }
        return bytes == InferenceEnvironment.batchBodyBytes ? Self.usualMegabytes : max(1, bytes >> 20)
    }
}
