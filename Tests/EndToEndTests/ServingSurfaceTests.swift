import Foundation
import HTTP
import TestSupport
import Testing

/// What a server offers beside predictions.
@Suite(.serialized)
struct ServingSurfaceTests {
    @Test func metricsComeThroughNginxAndPagesDoNot() throws {
        let server = try ServingProcess(baseDirectory: MainJobTests.trained.get().folder.folder.path)
        try server.waitForPing()
        _ = try server.invoke(Array("um\ndois".utf8), contentType: "text/plain")
        let metrics = String(decoding: try server.get("/metrics").body, as: UTF8.self)
        #expect(metrics.contains("carteiro_documents_total 2\n"))
        #expect(metrics.contains(#"carteiro_model_info{labels="8",trees="25",producer="carteiro"#))
        #expect(metrics.contains("carteiro_connections_open "))
        for path in ["/", "/docs", "/openapi.json"] { #expect(try server.get(path).status == .notFound) }
        #expect(server.stop() == 0)
    }

    @Test func directServerHasPages() throws {
        let folder = try MainJobTests.trained.get().folder.folder.path
        let server = try ServingProcess(baseDirectory: folder, arguments: ["--direct"])
        try server.waitForPing()
        for path in ["/", "/docs", "/openapi.json"] { #expect(try server.get(path).status == .ok) }
        #expect(server.stop() == 0)
    }
}
