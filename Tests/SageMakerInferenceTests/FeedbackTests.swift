import Foundation
import HTTP
import JSON
import Synchronization
import Testing

@testable import SageMakerInference

/// A folder and a clock of the test's own, behind a router.
private struct FeedbackBox {
    /// 2026-11-21.
    static let firstDay = 20_778

    let folder = FileManager.default.temporaryDirectory.path + "/feedback-\(UUID().uuidString)"
    let day = Day()
    var limits = FeedbackLimits()

    final class Day: Sendable {
        let number = Mutex(FeedbackBox.firstDay)
    }

    func router() throws -> InferenceRouter {
        let day = day
        return InferenceRouter(
            slot: ModelSlot(.ready(ServedModel(StubClassifier()))),
            environment: try InferenceEnvironment([:]),
            workers: 1,
            metrics: ServingMetrics { .zero },
            feedback: FeedbackCollector(folder: folder, limits: limits) { day.number.withLock { $0 } }
        )
    }

    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    func text(_ file: String) -> String {
        (try? String(contentsOfFile: folder + "/" + file, encoding: .utf8)) ?? ""
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

extension InferenceRouter {
    fileprivate func tell(_ body: String, _ contentType: String? = "application/json") -> HTTPResponse {
        let headers: HTTPHeaders = contentType.map { ["Content-Type": $0] } ?? [:]
        return respond(to: HTTPRequest(method: .post, path: "/feedback", headers: headers, body: Array(body.utf8)))
    }

    fileprivate func drift() throws -> JSONValue {
        try JSONValue(parsing: respond(to: HTTPRequest(method: .get, path: "/drift")).body)
    }
}

struct FeedbackTests {
    private var box = FeedbackBox()

    @Test func recordBecomesAMaskedLineThatTrainingReads() throws {
        defer { box.remove() }
        let body = #"{"text":"cupom de fulana@exemplo.com","label":"troca","predicted":"cupom","id":"m-1"}"#
        let answer = try box.router().tell(body)
        #expect(answer.status == .ok && answer.text == #"{"accepted":1,"right":0}"#)
        #expect(box.files == ["feedback-000001.jsonl"])
        #expect(
            box.text("feedback-000001.jsonl")
                == #"{"text":"cupom de [email]","label":"troca","predicted":"cupom","day":"2026-11-21","id":"m-1"}"#
                + "\n"
        )
    }

    @Test func fileIsForItsOwnerAlone() throws {
        defer { box.remove() }
        _ = try box.router().tell(#"{"text":"a","label":"b"}"#)
        let attributes = try FileManager.default.attributesOfItem(atPath: box.folder + "/feedback-000001.jsonl")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test(
        arguments: [
            (#"[{"text":"cupom","label":"cupom"},{"text":"troca","label":"cupom"}]"#, "application/json"),
            (
                "{\"text\":\"cupom\",\"label\":\"cupom\"}\n\n{\"text\":\"troca\",\"label\":\"cupom\"}\n",
                "application/jsonlines"
            ),
            (#"[{"text":"cupom","label":"cupom"},{"text":"troca","label":"cupom","predicted":null}]"#, nil),
        ] as [(String, String?)]
    )
    func unknownPredictionIsMadeAnew(body: String, contentType: String?) throws {
        defer { box.remove() }
        #expect(try box.router().tell(body, contentType).text == #"{"accepted":2,"right":1}"#)
    }

    @Test func accuracyIsShownByDay() throws {
        defer { box.remove() }
        let router = try box.router()
        #expect(try router.drift()["accuracy"] == [])
        _ = router.tell(#"[{"text":"cupom","label":"cupom"},{"text":"troca","label":"cupom"}]"#)
        box.day.number.withLock { $0 += 1 }
        _ = router.tell(#"{"text":"cupom","label":"cupom"}"#)
        let days = try #require(try router.drift()["accuracy"]?.arrayValue)
        #expect(days.map { $0["day"]?.stringValue } == ["2026-11-21", "2026-11-22"])
        #expect(days.map { $0["accuracy"]?.doubleValue } == [0.5, 1])
        let metrics = try PrometheusText(router.respond(to: HTTPRequest(method: .get, path: "/metrics")).text)
        #expect(metrics.value("carteiro_feedback_documents_total") == 3)
        #expect(metrics.value("carteiro_feedback_right_total") == 2)
        #expect(metrics.value("carteiro_feedback_accuracy", ["day": "2026-11-21"]) == 0.5)
    }

    @Test func withoutFolderThereIsNoSuchPath() throws {
        let router = try InferenceRouter.stub()
        #expect(router.tell(#"{"text":"a","label":"b"}"#).status == .notFound)
        #expect(try router.drift()["accuracy"] == nil)
    }

    @Test(
        arguments: [
            ("[1]", "record 0 (counted from 0): it is a number, but must be an object"),
            (#"[{"text":"a","label":"b"},{"label":"b"}]"#, "record 1 (counted from 0): it has no \"text\""),
            (#"{"text":" \n","label":"b"}"#, "record 0 (counted from 0): it has no \"text\""),
            (#"{"id":"m-1","label":"b"}"#, "record 0 (counted from 0): it has no \"text\""),
            (#"{"text":"a"}"#, "record 0 (counted from 0): it has no \"label\""),
            (#"{"text":"a","label":3}"#, "record 0 (counted from 0): \"label\" must be a string, found a number"),
            (
                #"{"text":"a","label":"\#(String(repeating: "x", count: 1_025))"}"#,
                "record 0 (counted from 0): \"label\" is longer than 1024 bytes"
            ),
        ]
    )
    func unusableRecordIsNamedAndNothingIsKept(body: String, reason: String) throws {
        let answer = try box.router().tell(body)
        #expect(answer.status == .badRequest)
        let error = try JSONValue(parsing: answer.body)["error"]
        #expect(error?["code"] == "unusable_feedback")
        #expect(error?["message"]?.stringValue == reason + #"; send {"text":"...","label":"the right label"}"#)
        #expect(box.files.isEmpty)
    }

    @Test(
        arguments: [
            ("", 400, "empty_body"), ("[]", 400, "empty_body"), ("{", 400, "invalid_json"),
            (
                #"[\#(Array(repeating: #"{"text":"a","label":"b"}"#, count: 4).joined(separator: ","))]"#, 413,
                "too_many_records"
            ),
            (#"{"text":"\#(String(repeating: "x", count: 300))","label":"b"}"#, 413, "feedback_too_long"),
        ]
    )
    func limitsAreKept(body: String, status: Int, code: String) throws {
        var box = box
        box.limits.records = 3
        box.limits.bodyBytes = 300
        let answer = try box.router().tell(body)
        #expect(answer.status.rawValue == status)
        #expect(try JSONValue(parsing: answer.body)["error"]?["code"]?.stringValue == code)
        #expect(box.files.isEmpty)
    }

    @Test func fullFileIsFollowedByAnotherUntilTheFolderIsFull() throws {
        var box = box
        defer { box.remove() }
        box.limits.fileBytes = 200
        box.limits.files = 2
        let router = try box.router()
        let body = #"{"text":"cupom","label":"cupom"}"#
        var answers: [HTTPResponse] = []
        for _ in 0..<8 { answers.append(router.tell(body)) }
        // A line has 72 bytes, so two go into a file.
        #expect(answers.map(\.status.rawValue) == [200, 200, 200, 200, 507, 507, 507, 507])
        #expect(try JSONValue(parsing: answers[4].body)["error"]?["code"] == "feedback_full")
        #expect(box.files == ["feedback-000001.jsonl", "feedback-000002.jsonl"])
        #expect(box.files.allSatisfy { box.text($0).split(separator: "\n").count == 2 })
        #expect(try router.drift()["accuracy"]?.arrayValue?.first?["documents"] == 4)
        try FileManager.default.removeItem(atPath: box.folder + "/feedback-000001.jsonl")
        #expect(router.tell(body).status == .ok)
        #expect(box.files == ["feedback-000002.jsonl", "feedback-000003.jsonl"])
    }

    @Test func nextProcessGoesOnAfterTheLastWholeLine() throws {
        defer { box.remove() }
        try FileManager.default.createDirectory(atPath: box.folder, withIntermediateDirectories: true)
        let path = box.folder + "/feedback-000007.jsonl"
        try Data("{\"text\":\"a\",\"label\":\"b\"}\n{\"text\":\"tor".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try box.router().tell(#"{"text":"cupom","label":"cupom"}"#).status == .ok)
        let lines = box.text("feedback-000007.jsonl").split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == #"{"text":"a","label":"b"}"#)
        #expect(throws: Never.self) { try JSONValue(parsing: String(lines[1])) }
    }

    @Test func serversThatShareAFolderWriteFilesOfTheirOwn() throws {
        defer { box.remove() }
        let routers = [try box.router(), try box.router()]
        for router in routers { #expect(router.tell(#"{"text":"cupom","label":"cupom"}"#).status == .ok) }
        #expect(box.files == ["feedback-000001.jsonl", "feedback-000002.jsonl"])
    }

    @Test func fileThatIsTakenAwayIsLeftAlone() throws {
        defer { box.remove() }
        let router = try box.router()
        _ = router.tell(#"{"text":"cupom","label":"cupom"}"#)
        let taken = box.folder + "/taken"
        try FileManager.default.moveItem(atPath: box.folder + "/feedback-000001.jsonl", toPath: taken)
        #expect(router.tell(#"{"text":"troca","label":"troca"}"#).status == .ok)
        #expect(!box.text("taken").contains("troca"))
        #expect(box.files == ["feedback-000001.jsonl", "taken"])
    }

    @Test func folderThatCannotBeWrittenIsAnErrorWithoutItsPath() throws {
        let collector = FeedbackCollector(folder: "/proc/nothing") { 0 }
        let router = InferenceRouter(
            slot: ModelSlot(.ready(ServedModel(StubClassifier()))),
            environment: try InferenceEnvironment([:]),
            workers: 1,
            metrics: ServingMetrics { .zero },
            feedback: collector
        )
        let answer = router.tell(#"{"text":"a","label":"b"}"#)
        #expect(answer.status == .insufficientStorage)
        #expect(answer.text.contains("feedback_not_written") && !answer.text.contains("/proc"))
        #expect(collector.summary.documents == 0)
    }

    @Test func feedbackWaitsForAWorker() throws {
        let router = try box.router()
        #expect(!router.isImmediate(method: .post, path: "/feedback"))
        #expect(router.isImmediate(method: .get, path: "/drift"))
    }

    @Test(arguments: [
        (0, "1970-01-01"), (20_778, "2026-11-21"), (19_782, "2024-02-29"), (19_783, "2024-03-01"), (-1, "1969-12-31"),
    ])
    func dayHasItsDate(number: Int, date: String) {
        #expect(UTCDay(number: number).description == date)
    }

    @Test func folderMustBeAbsolute() throws {
        #expect(try InferenceEnvironment([:]).feedbackDirectory == nil)
        #expect(try InferenceEnvironment(["CARTEIRO_FEEDBACK_DIR": "/data/f"]).feedbackDirectory == "/data/f")
        #expect(throws: InferenceEnvironmentError.self) {
            try InferenceEnvironment(["CARTEIRO_FEEDBACK_DIR": "data/f"])
        }
    }
}
