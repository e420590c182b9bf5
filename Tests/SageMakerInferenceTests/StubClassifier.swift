import HTTP
import SageMakerInference
import TextClassification

/// A classifier that decides by a word, so that answers can be foretold.
struct StubClassifier: TextClassifying {
    let labels = ["troca", "cupom", "outro, \"x\""]

    func predict(_ texts: [String]) -> [Prediction] {
        texts.map { text in
            let known = labels.indices.first { text.contains(labels[$0].prefix(5)) }
            var probabilities: [Float] = [0.2, 0.25, 0.55]
            if let known {
                probabilities = [0.125, 0.125, 0.125]
                probabilities[known] = 0.75
            }
            return Prediction(
                probabilities: probabilities,
                votes: probabilities.map { $0 / 2 },
                knownTerms: known == nil ? 0 : 1,
                terms: text.isEmpty ? 0 : 2
            )
        }
    }
}

/// A classifier that forgets a text, which must not shift the answers of others.
struct ForgetfulClassifier: TextClassifying {
    let labels = ["a"]

    func predict(_ texts: [String]) -> [Prediction] {
        texts.dropLast().map { _ in Prediction(probabilities: [1], knownTerms: 0, terms: 0) }
    }
}

extension InferenceRouter {
    /// A router over the stub, with environment variables of choice.
    static func stub(
        _ variables: [String: String] = [:],
        state: ModelSlot.State = .ready(ServedModel(StubClassifier())),
        limits: InvocationLimits? = nil
    ) throws -> InferenceRouter {
        let environment = try InferenceEnvironment(variables)
        return InferenceRouter(
            slot: ModelSlot(state),
            environment: environment,
            workers: 4,
            metrics: ServingMetrics { .zero },
            showsPages: environment.showsPages ?? false,
            limits: limits
        )
    }

    /// Posts a body to `/invocations`.
    func invoke(
        _ body: String,
        _ contentType: String? = "application/json",
        accept: String? = nil,
        query: String? = nil
    ) -> HTTPResponse {
        invoke(Array(body.utf8), contentType, accept: accept, query: query)
    }

    /// Posts bytes to `/invocations`.
    func invoke(
        _ body: [UInt8],
        _ contentType: String?,
        accept: String? = nil,
        query: String? = nil
    ) -> HTTPResponse {
        var headers: HTTPHeaders = [:]
        if let contentType { headers.append("content-type", contentType) }
        if let accept { headers.append("Accept", accept) }
        return respond(
            to: HTTPRequest(method: .post, path: "/invocations", query: query, headers: headers, body: body)
        )
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
