import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// A server that is watched while its mail changes.
@Suite(.serialized)
struct WatchingTests {
    private static let foreign = [
        "where is the parcel that was promised for last monday", "please send somebody to fix the washing machine",
        "the invoice shows another address than ours", "thanks for nothing, we will shop elsewhere",
    ]

    private func post(_ texts: [String], to server: ServingProcess) throws {
        let body = JSONValue.array(texts.map(JSONValue.string)).serialized()
        #expect(try server.invoke(body, contentType: "application/json").status == .ok)
    }

    @Test func shiftedStreamIsSeenAndFeedbackIsKept() throws {
        let job = try MainJobTests.trained.get()
        let folder = try TemporaryFolder()
        let server = try ServingProcess(
            baseDirectory: job.folder.folder.path,
            environment: ["CARTEIRO_FEEDBACK_DIR": folder.path + "/feedback"]
        )
        try server.waitForPing()
        #expect(try JSONValue(parsing: server.get("/drift").body)["verdict"] == "waiting")
        for _ in 0..<60 { try post((0..<20).map { Self.foreign[$0 % Self.foreign.count] }, to: server) }
        let drift = try JSONValue(parsing: server.get("/drift").body)
        #expect(drift["verdict"] == "act")
        #expect(drift["features"]?["unknown_terms"]?["verdict"] == "act")
        #expect(drift["training"]?["source"] == "out_of_bag" && drift["training"]?["documents"] == 480)
        #expect(drift["features"]?["scores"]?["psi"] == .null, "25 trees are too few for out-of-bag scores")
        let metrics = String(decoding: try server.get("/metrics").body, as: UTF8.self)
        #expect(metrics.contains(#"carteiro_drift_psi{feature="unknown_terms"} "#))
        let feedback = Array(#"{"text":"troca de fulana@exemplo.com","label":"Outros"}"#.utf8)
        #expect(try server.send(.post, "/feedback", body: feedback).status == .ok)
        #expect(server.stop() == 0)
        #expect(server.log.contains("drift of unknown_terms: waiting -> act"))
        let file = try String(contentsOfFile: folder.path + "/feedback/feedback-000001.jsonl", encoding: .utf8)
        #expect(file.contains("[email]") && !file.contains("fulana"))
    }

    @Test func feedbackIsDataForTraining() throws {
        let job = try JobFolder(hyperparameters: ["n_estimators": "5", "language": "pt"], channels: ["training"])
        let lines = (0..<20).map { number in
            let label = number.isMultiple(of: 2) ? "troca" : "cupom"
            return #"{"text":"\#(label) [number]","label":"\#(label)","predicted":"x","day":"2026-11-21"}"# + "\n"
        }
        try job.add(Array(lines.joined().utf8), to: "training", as: "feedback-000001.jsonl")
        let outcome = try job.train()
        #expect(outcome.output.contains("train:documents=20;"))
    }
}
