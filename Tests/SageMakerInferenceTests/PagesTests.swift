import HTTP
import JSON
import Testing

@testable import SageMakerInference

struct PagesTests {
    private func document(_ endpoints: [Endpoint]) throws -> JSONValue {
        try JSONValue(parsing: Array(OpenAPIDocument(endpoints: endpoints).text.utf8))
    }

    @Test func descriptionCoversEveryPath() throws {
        let known = Endpoint.allCases.filter { $0 != .unknown }
        let document = try document(known)
        #expect(document["openapi"]?.stringValue == "3.1.0")
        let paths = try #require(document["paths"]?.objectValue)
        #expect(Set(paths.keys) == Set(known.map(\.template)))
        for endpoint in known {
            let item = try #require(paths[endpoint.template]?.objectValue)
            let described = Set(item.keys).subtracting(["parameters"])
            let answered = endpoint.methods ?? [.get]
            #expect(described == Set(answered.filter { $0 != .head }.map { $0.rawValue.lowercased() }))
        }
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        let document = try document(Endpoint.allCases)
        for reference in references(in: document) {
            var node: JSONValue? = document
            for key in reference.dropFirst(2).split(separator: "/") { node = node?[String(key)] }
            #expect(node != nil, "\(reference)")
        }
    }

    @Test func everyOperationHasAnIdentifierAndAnswers() throws {
        let paths = try #require(try document(Endpoint.allCases)["paths"]?.objectValue)
        var identifiers: Set<String> = []
        for path in paths.keys {
            for (method, operation) in (paths[path]?.objectValue?.members ?? []).map({ ($0.key, $0.value) })
            where method != "parameters" {
                let identifier = try #require(operation["operationId"]?.stringValue)
                #expect(identifiers.insert(identifier).inserted)
                #expect(operation["responses"]?["200"] != nil)
                #expect(operation["responses"]?["503"] != nil)
            }
        }
    }

    @Test func everyStatusOfAnErrorIsDescribed() throws {
        let kinds: [InferenceError.Kind] = [
            .unsupportedContentType(""), .notAcceptable(""), .emptyBody, .tooManyRecords(limit: 1), .modelNotReady,
            .answerCount(found: 0, expected: 1), .modelNotFound, .modelAlreadyLoaded, .modelMemory(needed: 1, free: 0),
            .methodNotAllowed(allowed: "GET"),
        ]
        let answers = try document([])["components"]?["responses"]
        for kind in kinds { #expect(answers?["Error\(InferenceError(kind).status.rawValue)"] != nil) }
    }

    @Test(arguments: [("/", "text/html; charset=utf-8"), ("/docs", "text/html; charset=utf-8")])
    func pagesStandAlone(path: String, type: String) throws {
        let router = try InferenceRouter.stub(["CARTEIRO_PAGES": "true"])
        let response = router.respond(to: HTTPRequest(method: .get, path: path))
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == type)
        #expect(response.headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(!response.text.contains("http://") && !response.text.contains("https://"))
        #expect(response.text.contains("width=device-width"))
        #expect(response.text.contains("prefers-color-scheme: dark"))
        #expect(router.respond(to: HTTPRequest(method: .post, path: path)).status == .methodNotAllowed)
    }

    @Test func pageToTryAMessageShowsWhatDecided() throws {
        let router = try InferenceRouter.stub(["CARTEIRO_PAGES": "true"])
        let page = router.respond(to: HTTPRequest(method: .get, path: "/")).text
        #expect(page.contains("explain=true"))
        for identifier in ["why", "marked", "parts", "votes", "more"] {
            #expect(page.contains("id=\"\(identifier)\"") && page.contains("$(\"\(identifier)\")"))
        }
        // Texts of answers never become markup.
        #expect(!page.contains("innerHTML") && !page.contains("insertAdjacentHTML"))
    }

    @Test func descriptionNamesOnlyWhatIsOffered() throws {
        let router = try InferenceRouter.stub(["CARTEIRO_PAGES": "true"])
        let response = router.respond(to: HTTPRequest(method: .get, path: "/openapi.json"))
        let paths = try #require(try JSONValue(parsing: response.body)["paths"]?.objectValue)
        #expect(paths["/invocations"] != nil && paths["/models"] == nil)
    }

    @Test func severalModelsHaveNoPageToTryOne() throws {
        let router = InferenceRouter(
            store: ModelStore(loader: StubLoader(), budgetBytes: 0),
            environment: try InferenceEnvironment(["SAGEMAKER_MULTI_MODEL": "true"]),
            workers: 1,
            metrics: ServingMetrics { .zero },
            showsPages: true
        )
        #expect(router.respond(to: HTTPRequest(method: .get, path: "/")).status == .notFound)
        let description = router.respond(to: HTTPRequest(method: .get, path: "/openapi.json"))
        let paths = try #require(try JSONValue(parsing: description.body)["paths"]?.objectValue)
        #expect(Set(paths.keys).isSuperset(of: ["/models", "/models/{name}", "/models/{name}/invoke", "/docs"]))
        #expect(paths["/"] == nil && paths["/invocations"] == nil)
    }

    @Test(arguments: ["/", "/docs", "/openapi.json"])
    func pagesAreHiddenFromSageMaker(path: String) throws {
        #expect(try InferenceRouter.stub().respond(to: HTTPRequest(method: .get, path: path)).status == .notFound)
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .array(let elements): elements.flatMap(references)
        case .object(let object):
            (object["$ref"]?.stringValue.map { [$0] } ?? []) + object.members.flatMap { references(in: $0.value) }
        default: []
        }
    }
}
