import CSV
import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// Train on the sample, serve behind a real nginx, ask over a real socket.
@Suite(.serialized)
struct MainJobTests {
    static let trained = Result { try SampleJob() }

    @Test func trainingPrintsSecondsAndMeasures() throws {
        let job = try Self.trained.get()
        #expect(job.outcome.status == 0, "\(job.outcome.log)")
        for stage in ["read", "analyze", "vectorize", "index", "fit", "write"] {
            #expect(job.outcome.output.contains("train:\(stage)_seconds="))
        }
        #expect(job.metric("validation:accuracy") ?? 0 > 0.75)
        #expect(job.metric("validation:macro_f1") ?? 0 > 0.7)
        #expect(job.folder.modelFiles == ["carteiro.model"])
        #expect(job.folder.failure == nil)
    }

    @Test func objectivesArePrintedWhileTreesAreAdded() throws {
        let job = try SampleJob(hyperparameters: ["n_jobs": "1"])
        for name in ["accuracy", "macro_f1", "weighted_f1", "log_loss"] {
            #expect(job.metrics("validation:\(name)").count == 9, "after 3, 6 ... 24 and 25 trees of 25")
        }
        let loss = job.metrics("validation:log_loss")
        #expect(loss.first ?? 0 > loss.last ?? 0)
        #expect(job.outcome.output.contains("validation:recall:Prazo de reembolso="))
    }

    @Test func outOfBagAccuracyIsNearTheValidationsAccuracy() throws {
        let job = try SampleJob(hyperparameters: ["oob_score": "true"])
        let (outOfBag, validation) = (job.metric("oob:accuracy") ?? 0, job.metric("validation:accuracy") ?? 1)
        #expect(abs(outOfBag - validation) < 0.15, "\(outOfBag) \(validation)")
        #expect(try job.folder.model == Self.trained.get().folder.model)
    }

    @Test(arguments: ["1", "4"])
    func artifactDoesNotDependOnThreads(jobs: String) throws {
        let again = try SampleJob(hyperparameters: ["n_jobs": jobs])
        #expect(try again.folder.model == Self.trained.get().folder.model)
    }

    @Test(arguments: [[], ["--direct"]])
    func serverAgreesWithTheTrainersFigure(arguments: [String]) throws {
        let job = try Self.trained.get()
        let server = try ServingProcess(baseDirectory: job.folder.folder.path, arguments: arguments)
        try server.waitForPing()
        let csv = [UInt8](try SampleMessages.csv(channel: "validation"))
        let answer = try server.invoke(csv, contentType: "text/csv", accept: "text/csv")
        #expect(answer.status == .ok)
        let labels = try column(0, of: answer.body)
        let truth = try column(1, of: csv).dropFirst()
        #expect(labels.count == truth.count)
        let accuracy = Double(zip(labels, truth).filter { $0 == $1 }.count) / Double(truth.count)
        #expect(abs(accuracy - (job.metric("validation:accuracy") ?? 0)) < 0.0001)
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test func everyRequestShapeGetsItsAnswer() throws {
        let server = try ServingProcess(baseDirectory: Self.trained.get().folder.folder.path)
        try server.waitForPing()
        let ping = try server.get("/ping")
        #expect(ping.status == .ok && ping.body.isEmpty)
        let instances = Array(#"{"instances":["Quero trocar o tênis",{"text":"cadê meu pedido?"}]}"#.utf8)
        let object = try json(server.invoke(instances, contentType: "application/json", query: "?top_k=3"))
        #expect(object["predictions"]?.arrayValue?.count == 2)
        #expect(object["predictions"]?.arrayValue?.first?["labels"]?.arrayValue?.count == 3)
        let bare = Array(#"[{"message":"Me arrependi e quero cancelar","problem":"Trocar"}]"#.utf8)
        #expect(try json(server.invoke(bare, contentType: "application/json")).arrayValue?.count == 1)
        let lines = Array("{\"text\":\"um\"}\n{\"text\":\"dois\"}\n".utf8)
        let linesAnswer = try server.invoke(
            lines,
            contentType: "application/jsonlines",
            accept: "application/jsonlines"
        )
        #expect(linesAnswer.body.split(separator: UInt8(ascii: "\n")).count == 2)
        let plain = try server.invoke(Array("zzzz qqqq xxyy".utf8), contentType: "text/plain")
        #expect(try json(plain)["predictions"]?.arrayValue?.count == 1, "a text without a known word has an answer")
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test func badRequestsGetClearErrors() throws {
        let server = try ServingProcess(baseDirectory: Self.trained.get().folder.folder.path)
        try server.waitForPing()
        let unknownType = try server.invoke(Array("x".utf8), contentType: "image/png")
        #expect(unknownType.status == .unsupportedMediaType)
        let invalid = try server.invoke(Array(#"{"instances":[}"#.utf8), contentType: "application/json")
        #expect(invalid.status == .badRequest)
        #expect(String(decoding: invalid.body, as: UTF8.self).contains("column 15"))
        let large = try server.invoke(Array(repeating: 0x20, count: 6_291_457), contentType: "text/plain")
        #expect(large.status == .contentTooLarge)
        #expect(try server.get("/ping").status == .ok)
        #expect(server.stop() == 0, "\(server.log)")
    }

    @Test(arguments: ["absent", "truncated", "altered"])
    func unusableModelKeepsPingAt503AndSaysWhy(fault: String) throws {
        let folder = try TemporaryFolder()
        var model = try #require(try Self.trained.get().folder.model)
        if fault == "truncated" { model.removeLast(100) }
        if fault == "altered" { model[model.count / 2] ^= 1 }
        if fault != "absent" { try folder.write(model, to: "model/carteiro.model") }
        let server = try ServingProcess(baseDirectory: folder.path, arguments: ["--direct"])
        try server.waitForPing(.serviceUnavailable)
        #expect(try server.invoke([], contentType: "text/plain").status == .serviceUnavailable)
        #expect(server.log.contains("model file carteiro.model: "))
        #expect(server.stop() == 0)
    }

    private func column(_ index: Int, of csv: [UInt8]) throws -> [String] {
        var reader = CSVReader(bytes: csv)
        var values: [String] = []
        while let record = try reader.nextRecord() { values.append(try record.string(at: index)) }
        return values
    }

    private func json(_ response: HTTPResponse) throws -> JSONValue {
        #expect(response.status == .ok, "\(String(decoding: response.body, as: UTF8.self))")
        var parser = JSONParser(response.body)
        return try parser.parse()
    }
}
