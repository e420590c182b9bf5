import FoundationEssentials
import Testing

@testable import SageMakerTraining

struct FailureReportTests {
    @Test(arguments: [
        (TrainingError(.malformed("odd"), at: "training/a.csv"), "User error: training/a.csv: odd"),
        (TrainingError(.unexpected("odd")), "Algorithm error: this should not happen, please report it: odd"),
        (TrainingError(.configuration("odd")), "Platform error: odd"),
    ])
    func textSaysWhoHasToAct(error: TrainingError, text: String) {
        #expect(FailureReport(error).text == text)
    }

    @Test(arguments: ["x", "é", "😀", "👨‍👩‍👧‍👦", "e\u{301}", "🇧🇷"])
    func longTextIsCutBetweenCharacters(character: Character) {
        let text = FailureReport.shortened(String(repeating: character, count: 2000), to: 1024)
        #expect(text.unicodeScalars.count <= 1024)
        #expect(text.unicodeScalars.count > 1024 - 3 - character.unicodeScalars.count)
        #expect(text.hasSuffix("..."))
        #expect(text.dropLast(3).allSatisfy { $0 == character })
    }

    @Test func shortTextStays() {
        let text = String(repeating: "é", count: 1024)
        #expect(FailureReport.shortened(text, to: 1024) == text)
    }

    @Test func fileIsWrittenWithItsFolder() throws {
        let folder = try JobFolder()
        #expect(FailureReport(TrainingError(.malformed("odd"))).write(to: folder.environment.failureFile))
        #expect(try text(of: folder) == "User error: odd\n")
    }

    @Test func firstFailureStays() throws {
        let folder = try JobFolder()
        try folder.write("first", to: "output/failure")
        #expect(!FailureReport(TrainingError(.malformed("second"))).write(to: folder.environment.failureFile))
        #expect(try text(of: folder) == "first")
    }

    @Test func impossiblePathIsNotFatal() {
        #expect(!FailureReport(TrainingError(.malformed("odd"))).write(to: "/proc/nowhere/failure"))
        #expect(!FailureReport(TrainingError(.malformed("odd"))).write(to: ""))
    }

    private func text(of folder: JobFolder) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.environment.failureFile)), as: UTF8.self)
    }
}
