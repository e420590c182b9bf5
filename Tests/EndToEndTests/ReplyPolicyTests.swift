import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// A policy comes with the data, travels in the model, and can be replaced while the server runs.
@Suite(.serialized)
struct ReplyPolicyTests {
    private static let call =
        #"[{"message":"Me arrependi da compra e quero cancelar","problem":"Trocar, cancelar ou devolver","exemplo":"exemplo"}]"#
    private static let label = "Arrependimento e cancelamento"

    private static func policy(template: String, minimum: String = "0.3") -> String {
        """
        {"default":{"template":0},"labels":{"\(label)":{"template":\(template),"min_confidence":\(minimum)}},
         "only_when":{"problem":["Trocar, cancelar ou devolver"]},"never_when":["codigo postagem"]}
        """
    }

    private static let trained = Result {
        let job = try JobFolder(
            hyperparameters: ["n_estimators": "25", "language": "pt"],
            channels: ["training", "config"]
        )
        try job.add(SampleMessages.csv(channel: "training"), to: "training", as: "messages.csv")
        try job.add(Array(policy(template: "32").utf8), to: "config", as: "reply_policy.json")
        let outcome = try job.train()
        return (folder: job, outcome: outcome)
    }

    @Test func theOriginalsCallIsAnswered() throws {
        let job = try Self.trained.get()
        #expect(job.outcome.status == 0, "\(job.outcome.log)")
        #expect(job.outcome.log.contains("config/reply_policy.json: 1 labels, 1 of them answered automatically"))
        let server = try ServingProcess(baseDirectory: job.folder.folder.path)
        try server.waitForPing()
        let json = try text(server.invoke(Array(Self.call.utf8), contentType: "application/json"))
        #expect(json.hasPrefix(#"[{"isAutomatic":1,"idTemplate":32,"label":"\#(Self.label)","score":0."#), "\(json)")
        #expect(json.hasSuffix(#","reason":"confident"}]"#))
        let rows =
            "message,problem,exemplo\nMe arrependi da compra e quero cancelar,\"Trocar, cancelar ou devolver\",exemplo\n"
        let csv = try server.invoke(Array(rows.utf8), contentType: "text/csv")
        #expect(try text(csv) == #"{"predictions":"# + json + "}")
        let plain = try text(server.invoke(Array(rows.utf8), contentType: "text/csv", accept: "text/csv"))
        #expect(plain.hasPrefix(Self.label + ",0.") && plain.hasSuffix(",1,32,confident"), "\(plain)")
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test(arguments: [
        (
            "Me arrependi, quero cancelar, mas os códigos de postagem não vieram", "Trocar, cancelar ou devolver",
            "blocked_phrase"
        ),
        ("Me arrependi da compra e quero cancelar", "Elogio", "field_filter"),
        ("Esqueci minha senha e não consigo entrar na conta", "Trocar, cancelar ou devolver", "other"),
        ("  ", "Trocar, cancelar ou devolver", "empty_text"),
    ])
    func whatIsNotSafeGoesToAnAnalyst(message: String, problem: String, reason: String) throws {
        let record = JSONValue.array([["message": .string(message), "problem": .string(problem)]])
        let server = try ServingProcess(baseDirectory: Self.trained.get().folder.folder.path, arguments: ["--direct"])
        try server.waitForPing()
        let answer = try text(server.invoke(record.serialized(), contentType: "application/json"))
        #expect(answer.hasPrefix(#"[{"isAutomatic":0,"idTemplate":0,"#), "\(answer)")
        #expect(answer.hasSuffix("\"reason\":\"\(reason)\"}]"), "\(answer)")
        #expect(server.stop() == 0)
    }

    @Test func everyRecordOfABatchHasItsDecision() throws {
        let folder = try Self.trained.get().folder.folder.path
        let server = try ServingProcess(
            baseDirectory: folder,
            arguments: ["--direct"],
            environment: ["SAGEMAKER_BATCH": "true"]
        )
        try server.waitForPing()
        let good = #"{"message":"Me arrependi da compra e quero cancelar","problem":"Trocar, cancelar ou devolver"}"#
        let body = Array("\(good)\n\n{\"text\":}\n".utf8)
        let answer = try server.invoke(body, contentType: "application/jsonlines", accept: "application/jsonlines")
        let lines = try text(answer).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix(#"{"isAutomatic":1,"idTemplate":32,"#) == true)
        #expect(
            lines.dropFirst().allSatisfy { $0.hasPrefix(#"{"isAutomatic":0,"idTemplate":0,"label":"","score":null,"#) }
        )
        #expect(server.stop() == 0)
    }

    @Test(arguments: ["option", "variable"])
    func fileReplacesThePolicyAndIsReadAgainOnHangUp(way: String) throws {
        let scratch = try TemporaryFolder()
        let file = scratch.path + "/policy.json"
        try scratch.write(Array(Self.policy(template: "\"t1\"").utf8), to: "policy.json")
        let server = try ServingProcess(
            baseDirectory: Self.trained.get().folder.folder.path,
            arguments: ["--direct"] + (way == "option" ? ["--policy", file] : []),
            environment: way == "variable" ? ["CARTEIRO_REPLY_POLICY": file] : [:]
        )
        try server.waitForPing()
        #expect(try template(server) == "t1")
        try scratch.write(Array(Self.policy(template: "\"t2\"").utf8), to: "policy.json")
        try hangUp(server, until: "t2 is there") { try template(server) == "t2" }
        try scratch.write(Array(Self.policy(template: "\"t3\"", minimum: "3").utf8), to: "policy.json")
        let place = "/labels/\(Self.label)/min_confidence: 3 is out of range; give a number from 0 to 1, or \"auto\"; "
        try hangUp(server, until: "the fault is logged") {
            server.log.contains("reply policy \(file): \(place)the policy before it stays in force")
        }
        #expect(try template(server) == "t2", "a faulty file keeps the policy that is in force")
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test(arguments: [
        (
            #"{"default":{"template":0},"labels":{"Nada":{"template":1}}}"#,
            "/labels/Nada: the model has no label \"Nada\"; "
        ),
        ("{", "JSON line 1, column 2"), (nil, "the file cannot be read (No such file or directory)"),
    ])
    func faultyFileAtTheStartKeepsTheModelsPolicy(text: String?, message: String) throws {
        let scratch = try TemporaryFolder()
        if let text { try scratch.write(Array(text.utf8), to: "policy.json") }
        let file = scratch.path + "/policy.json"
        let server = try ServingProcess(
            baseDirectory: Self.trained.get().folder.folder.path,
            arguments: ["--direct", "--policy", file]
        )
        try server.waitForPing()
        #expect(try template(server) == "32")
        #expect(server.log.contains("reply policy \(file): \(message)"), "\(server.log)")
        #expect(server.log.contains("; the model's policy stays in force"), "\(server.log)")
        #expect(server.stop() == 0)
    }

    @Test func modelWithoutPolicyTakesOneAtServing() throws {
        let scratch = try TemporaryFolder()
        try scratch.write(Array(Self.policy(template: "7").utf8), to: "policy.json")
        let server = try ServingProcess(
            baseDirectory: MainJobTests.trained.get().folder.folder.path,
            arguments: ["--direct", "--policy", scratch.path + "/policy.json"]
        )
        try server.waitForPing()
        #expect(try template(server) == "7")
        #expect(server.stop() == 0)
    }

    @Test func eachOfSeveralModelsHasItsOwnPolicy() throws {
        let scratch = try TemporaryFolder()
        let mode = ["SAGEMAKER_MULTI_MODEL": "true"]
        let server = try ServingProcess(baseDirectory: scratch.path, arguments: ["--direct"], environment: mode)
        try server.waitForPing()
        let folders = [try Self.trained.get().folder.folder.path, try MainJobTests.trained.get().folder.folder.path]
        for (name, folder) in zip(["with", "without"], folders) {
            let body = #"{"model_name":"\#(name)","url":"\#(folder)/model"}"#
            #expect(try server.send(.post, "/models", body: Array(body.utf8)).status == .ok)
        }
        let with = try text(server.send(.post, "/models/with/invoke", body: Array(Self.call.utf8)))
        let without = try text(server.send(.post, "/models/without/invoke", body: Array(Self.call.utf8)))
        #expect(with.hasPrefix(#"[{"isAutomatic":1,"idTemplate":32,"#) && without.hasPrefix(#"[{"label":"#))
        #expect(server.stop() == 0)
    }

    @Test func onePolicyForSeveralModelsEndsTheServer() throws {
        let outcome = try CarteiroExecutable().run(
            ["serve", "--policy", "x"],
            environment: ["SAGEMAKER_MULTI_MODEL": "true"]
        )
        #expect(outcome.status == 1 && outcome.log.contains("each model has its own"), "\(outcome.log)")
    }

    @Test func policyIsCheckedWithoutAServer() throws {
        let scratch = try TemporaryFolder()
        let model = try Self.trained.get().folder.folder.path + "/model"
        try scratch.write(Array(Self.policy(template: "32").utf8), to: "good.json")
        try scratch.write(Array(Self.policy(template: "-1", minimum: "\"high\"").utf8), to: "bad.json")
        let good = try check(scratch.path + "/good.json", "--model", model)
        #expect(good.status == 0 && good.output == "1 labels, 1 of them answered automatically\n")
        let bad = try check(scratch.path + "/bad.json")
        #expect(bad.status == 1)
        let lines = bad.output.split(separator: "\n")
        #expect(
            lines.count == 2 && lines[0].hasPrefix("\(scratch.path)/bad.json: /labels/\(Self.label)/template: -1 is no")
        )
        let absent = try check(scratch.path + "/absent.json")
        #expect(absent.status == 1 && absent.output.contains("cannot be read (No such file"))
    }

    private func check(_ arguments: String...) throws -> CarteiroExecutable.Outcome {
        try CarteiroExecutable().run(["policy", "check"] + arguments)
    }

    private func template(_ server: ServingProcess) throws -> String? {
        let answer = try server.invoke(Array(Self.call.utf8), contentType: "application/json")
        let template = try JSONValue(parsing: answer.body).arrayValue?.first?["idTemplate"]
        return template?.stringValue ?? template?.description
    }

    /// Sends SIGHUP and waits, for half a minute at most, for what it is to bring about.
    private func hangUp(_ server: ServingProcess, until what: String, _ hasHappened: () throws -> Bool) throws {
        kill(server.processIdentifier, SIGHUP)
        let deadline = Date(timeIntervalSinceNow: 30)
        while Date() < deadline {
            if try hasHappened() { return }
            usleep(10_000)
        }
        Issue.record("not after half a minute: \(what); the server said:\n\(server.log)")
    }

    private func text(_ response: HTTPResponse) throws -> String {
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.status == .ok, "\(text)")
        return text
    }
}
