import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// The multi-model mode with real processes and real models.
@Suite(.serialized)
struct MultiModelServingTests {
    private func load(_ name: String, _ folder: String, on server: ServingProcess) throws -> HTTPResponse {
        try server.send(.post, "/models", body: Array(#"{"model_name":"\#(name)","url":"\#(folder)"}"#.utf8))
    }

    @Test(arguments: [[], ["--direct"]])
    func modelsComeAndGo(arguments: [String]) throws {
        let folder = try MainJobTests.trained.get().folder.folder.path + "/model"
        let empty = try TemporaryFolder()
        let server = try ServingProcess(
            baseDirectory: empty.path,
            arguments: arguments,
            environment: ["SAGEMAKER_MULTI_MODEL": "true"]
        )
        try server.waitForPing()
        #expect(server.mappings(of: "carteiro.model") == 0)
        #expect(try load("a%20b", folder, on: server).status == .ok)
        #expect(try load("c", folder, on: server).status == .ok)
        #expect(try load("c", folder, on: server).status == .conflict)
        #expect(try load("d", empty.path, on: server).status == .notFound)
        #expect(server.mappings(of: "carteiro.model") > 0)
        let answer = try server.send(.post, "/models/c/invoke", body: Array(#"["Quero trocar o tênis"]"#.utf8))
        #expect(try JSONValue(parsing: answer.body).arrayValue?.count == 1)
        #expect(try server.send(.post, "/invocations", body: [0x61]).status == .notFound)
        for name in ["a%2520b", "c"] { #expect(try server.send(.delete, "/models/" + name).status == .ok) }
        #expect(server.mappings(of: "carteiro.model") == 0, "the memory is given back")
        #expect(try server.send(.get, "/models/c").status == .notFound)
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test func budgetEndsIn507() throws {
        let job = try MainJobTests.trained.get()
        let megabytes = (try #require(job.folder.model?.count)) >> 20 + 1
        let server = try ServingProcess(
            baseDirectory: job.folder.folder.path,
            arguments: ["--direct"],
            environment: ["SAGEMAKER_MULTI_MODEL": "true", "CARTEIRO_MODEL_MEMORY_MB": String(megabytes)]
        )
        try server.waitForPing()
        let folder = job.folder.folder.path + "/model"
        var statuses: [Int] = []
        while statuses.last != 507 && statuses.count < 200 {
            statuses.append(try load("m\(statuses.count)", folder, on: server).status.rawValue)
        }
        #expect(statuses.first == 200 && statuses.last == 507)
        #expect(server.stop() == 0)
    }
}
