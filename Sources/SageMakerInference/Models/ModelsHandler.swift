import HTTP
import JSON

/// Answers the calls of the multi-model mode beside predictions.
///
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/mms-container-apis.html
struct ModelsHandler: Sendable {
    /// The most models on a page, and how many there are without `limit`.
    static let pageSize = 100

    let store: ModelStore

    /// `POST /models`.
    func load(_ request: HTTPRequest) throws(InferenceError) -> HTTPResponse {
        let body: JSONValue
        do {
            body = try JSONValue(parsing: request.body)
        } catch {
            throw InferenceError(.invalidJSON(error))
        }
        let name = try ModelName(try text("model_name", in: body))
        try store.load(name, url: try text("url", in: body))
        return answer(["status": "the model is loaded"])
    }

    /// `GET /models`, a page at a time; the token of a page is the last name before it.
    func list(_ request: HTTPRequest) throws(InferenceError) -> HTTPResponse {
        let query = QueryParameters(request.query)
        let limit = try limit(query["limit"])
        let token = query["next_page_token"] ?? ""
        let rest = store.models.drop { $0.name.text <= token && !token.isEmpty }
        let page = rest.prefix(limit)
        var object = JSONObject()
        object["models"] = .array(page.map { description($0.name, $0.model) })
        if page.count < rest.count, let last = page.last { object["nextPageToken"] = .string(last.name.text) }
        return answer(.object(object))
    }

    /// `GET /models/{name}`.
    func describe(_ name: ModelName) throws(InferenceError) -> HTTPResponse {
        answer(description(name, try store.model(name)))
    }

    /// `DELETE /models/{name}`.
    func unload(_ name: ModelName) throws(InferenceError) -> HTTPResponse {
        try store.unload(name)
        return answer(["status": "the model is unloaded"])
    }

    private func description(_ name: ModelName, _ model: LoadedModel) -> JSONValue {
        ["modelName": .string(name.text), "modelUrl": .string(model.url)]
    }

    private func text(_ key: String, in body: JSONValue) throws(InferenceError) -> String {
        guard let text = body[key]?.stringValue else { throw InferenceError(.missingModelField(key)) }
        return text
    }

    private func limit(_ text: String?) throws(InferenceError) -> Int {
        guard let text, !text.isEmpty else { return Self.pageSize }
        guard let limit = Int(text), 1...Self.pageSize ~= limit else {
            throw InferenceError(.invalidPageLimit(limit: Self.pageSize))
        }
        return limit
    }

    private func answer(_ value: JSONValue) -> HTTPResponse {
        var writer = JSONWriter()
        writer.value(value)
        return HTTPResponse(status: .ok, headers: ["Content-Type": "application/json"], body: writer.bytes)
    }
}
