import Dispatch
import Foundation
import HTTP
import JSON
import Synchronization
import Testing

@testable import SageMakerInference

struct MultiModelTests {
    private let loader = StubLoader()
    private let router: InferenceRouter
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "carteiro-models-" + UUID().uuidString
        for name in ["a", "empty", "damaged"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        router = InferenceRouter(
            store: ModelStore(loader: loader, budgetBytes: 250),
            environment: try InferenceEnvironment(["SAGEMAKER_MULTI_MODEL": "true"]),
            workers: 1,
            metrics: ServingMetrics { .zero }
        )
    }

    private func send(_ method: HTTPMethod, _ path: String, query: String? = nil, body: String = "") -> HTTPResponse {
        router.respond(to: HTTPRequest(method: method, path: path, query: query, body: Array(body.utf8)))
    }

    private func load(_ name: String, from subfolder: String = "a") -> HTTPResponse {
        load(name, url: folder + "/" + subfolder)
    }

    private func load(_ name: String, url: String) -> HTTPResponse {
        let body: JSONValue = ["model_name": .string(name), "url": .string(url)]
        var writer = JSONWriter()
        writer.value(body)
        return router.respond(to: HTTPRequest(method: .post, path: "/models", body: writer.bytes))
    }

    private func code(_ response: HTTPResponse) -> String? {
        (try? JSONValue(parsing: response.body))?["error"]?["code"]?.stringValue
    }

    @Test func modelIsLoadedAskedAndUnloaded() throws {
        #expect(send(.get, "/ping").status == .ok)
        #expect(send(.get, "/models").text == #"{"models":[]}"#)
        #expect(load("m").text == #"{"status":"the model is loaded"}"#)
        #expect(send(.get, "/models/m").text == #"{"modelName":"m","modelUrl":"\#(folder)/a"}"#)
        let answer = send(.post, "/models/m/invoke", body: "[\"cupom\"]")
        #expect(answer.text == #"[{"label":"cupom","score":0.75}]"#)
        #expect(send(.delete, "/models/m").text == #"{"status":"the model is unloaded"}"#)
        #expect(loader.events.withLock { $0 } == ["open", "free", "trim"])
        for (method, path) in [(HTTPMethod.get, "/models/m"), (.delete, "/models/m"), (.post, "/models/m/invoke")] {
            let response = send(method, path)
            #expect(response.status == .notFound && code(response) == "model_not_found")
        }
    }

    @Test func targetModelHeaderChangesNothing() throws {
        _ = load("m")
        let headers: HTTPHeaders = ["X-Amzn-SageMaker-Target-Model": "other/model.tar.gz"]
        let request = HTTPRequest(
            method: .post,
            path: "/models/m/invoke",
            headers: headers,
            body: Array("[\"a\"]".utf8)
        )
        #expect(router.respond(to: request).status == .ok)
    }

    @Test func loadingTwiceIsAConflict() throws {
        #expect(load("m").status == .ok)
        #expect(load("m").status == .conflict)
        #expect(load("n").status == .ok, "the same folder under another name")
    }

    @Test func budgetIsKept() throws {
        #expect(load("a").status == .ok && load("b").status == .ok)
        let refused = load("c")
        #expect(refused.status == .insufficientStorage && code(refused) == "insufficient_model_memory")
        #expect(send(.delete, "/models/a").status == .ok)
        #expect(load("c").status == .ok)
    }

    @Test(arguments: [
        ("damaged", 400, "model_unusable"), ("empty", 404, "model_folder_not_found"),
        ("absent", 404, "model_folder_not_found"),
    ])
    func folderThatCannotBeLoadedLeavesNothing(subfolder: String, status: Int, word: String) throws {
        for _ in 0..<4 {
            let response = load("m", from: subfolder)
            #expect(response.status.rawValue == status && code(response) == word)
            #expect(!response.text.contains(folder))
        }
        #expect(load("m").status == .ok)
    }

    @Test(arguments: [
        "", "model", "./a", "/proc/self", "/dev", "/sys/kernel", "/tmp/../proc/self", "/proc", "/tmp/\u{0}a",
        "/dev/../sys", "file:///opt/ml/models/m",
    ])
    func urlsOfTheSystemAreRefused(url: String) throws {
        let response = load("m", url: url)
        #expect(response.status == .badRequest && code(response) == "invalid_model_url", "\(response.text)")
    }

    @Test func linkOutOfReachIsRefused() throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/proc/self")
        #expect(load("m", from: "link").status == .badRequest)
    }

    @Test(arguments: ["", "..", "a/../b", "a\nb", "a\u{0}", "\u{7F}", String(repeating: "a", count: 1_025)])
    func strangeNamesAreRefused(name: String) throws {
        let response = load(name)
        #expect(response.status == .badRequest && code(response) == "invalid_model_name")
    }

    @Test(arguments: ["/models/%2e%2e", "/models/%00", "/models/a%2F..%2Fb", "/models/%", "/models/%ff/invoke"])
    func strangeNamesInPathsAreRefused(path: String) throws {
        let method: HTTPMethod = path.hasSuffix("invoke") ? .post : .get
        #expect(code(send(method, path)) == "invalid_model_name")
    }

    @Test(arguments: [("a/b c", "a%2Fb%20c"), ("ação", "a%C3%A7%C3%A3o"), ("invoke", "invoke"), ("a+b", "a+b")])
    func namesAreOpaque(name: String, encoded: String) throws {
        #expect(load(name).status == .ok)
        #expect(send(.get, "/models/" + encoded).text.contains("\"modelName\":\"\(name)\""))
        #expect(send(.post, "/models/\(encoded)/invoke", body: "[\"a\"]").status == .ok)
        #expect(send(.delete, "/models/" + encoded).status == .ok)
    }

    @Test(arguments: ["/models/", "/models/a/b", "/models/a/", "/models//invoke", "/invocations", "/", "/docs"])
    func otherPathsAreUnknown(path: String) throws {
        #expect(send(.post, path).status == .notFound)
    }

    @Test(arguments: [
        ("{", "invalid_json"), ("[]", "missing_model_field"), (#"{"model_name":"m"}"#, "missing_model_field"),
        (#"{"model_name":1,"url":"/tmp"}"#, "missing_model_field"),
    ])
    func requestToLoadIsChecked(body: String, word: String) throws {
        let response = send(.post, "/models", body: body)
        #expect(response.status == .badRequest && code(response) == word)
    }

    @Test func listComesInPages() throws {
        let store = ModelStore(loader: StubLoader(bytes: 0), budgetBytes: 0)
        let names = (0..<250).map { "m\($0)" }
        for name in names { try store.load(ModelName(name), url: folder) }
        let handler = ModelsHandler(store: store)
        var (found, query, pages) = ([String](), "", 0)
        repeat {
            let page = try JSONValue(
                parsing: handler.list(HTTPRequest(method: .get, path: "/models", query: query)).body
            )
            found += page["models"]?.arrayValue?.compactMap { $0["modelName"]?.stringValue } ?? []
            query = page["nextPageToken"]?.stringValue.map { "next_page_token=\($0)" } ?? ""
            pages += 1
        } while !query.isEmpty && pages < 10
        #expect(found == names.sorted() && pages == 3)
        let few = try handler.list(HTTPRequest(method: .get, path: "/models", query: "limit=2"))
        #expect(try JSONValue(parsing: few.body)["models"]?.arrayValue?.count == 2)
        for limit in ["0", "101", "x", "-1"] {
            #expect(code(send(.get, "/models", query: "limit=" + limit)) == "invalid_page_limit")
        }
    }

    @Test func otherModelsPredictWhileOneLoads() async throws {
        #expect(load("a").status == .ok)
        let gate = DispatchSemaphore(value: 0)
        loader.gate.withLock { $0 = gate }
        async let loading = onThread { load("b").status }
        while !loader.isOpening.withLock({ $0 }) { await Task.yield() }
        #expect(load("b").status == .conflict)
        #expect(send(.post, "/models/a/invoke", body: "[\"a\"]").status == .ok)
        #expect(send(.post, "/models/b/invoke", body: "[\"a\"]").status == .notFound)
        #expect(!send(.get, "/models").text.contains("\"b\""))
        gate.signal()
        #expect(await loading == .ok)
        #expect(send(.post, "/models/b/invoke", body: "[\"a\"]").status == .ok)
    }

    @Test func unloadWaitsForTheLastRequest() async throws {
        let store = ModelStore(loader: loader, budgetBytes: 1_000)
        let name = try ModelName("m")
        try store.load(name, url: folder)
        var held: LoadedModel? = try store.model(name)
        async let unloading: Void = onThread {
            try? store.unload(name)
            loader.note("answer")
        }
        while (try? store.model(name)) != nil { await Task.yield() }
        #expect(loader.events.withLock { $0 } == ["open"])
        #expect(try held?.model().labels.count == 3, "a request that runs keeps its model")
        held = nil
        await unloading
        #expect(loader.events.withLock { $0 } == ["open", "free", "trim", "answer"])
    }

    @Test func loadsAndPredictionsLeaveTheInputThread() throws {
        #expect(!router.isImmediate(method: .post, path: "/models/m/invoke"))
        #expect(!router.isImmediate(method: .post, path: "/models"))
        #expect(!router.isImmediate(method: .delete, path: "/models/m"))
        #expect(router.isImmediate(method: .get, path: "/models"))
        #expect(router.isImmediate(method: .get, path: "/metrics"))
    }

    @Test func metricsTellModelsApart() throws {
        _ = load("a")
        _ = load("b")
        _ = send(.post, "/models/a/invoke", body: "[\"cupom\"]")
        let metrics = try PrometheusText(send(.get, "/metrics").text)
        #expect(metrics.value("carteiro_documents_total", ["model": "a"]) == 1)
        #expect(metrics.value("carteiro_documents_total", ["model": "b"]) == 0)
        #expect(metrics.value("carteiro_predicted_labels_total", ["model": "a", "label": "cupom"]) == 1)
    }

    private func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
