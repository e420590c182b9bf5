import Evaluation
import JSON
import Testing

@testable import TrainingReport

struct AutomaticAnswersTests {
    private static let rules = AutomaticAnswers(thresholds: [0.5, nil], targetPrecision: 0.9, minutesPerMail: 6)
    private static let answers = [
        (0, 0, 0.5), (1, 0, 0.8), (0, 0, 0.49), (0, 0, 0.9), (1, 1, 1.0), (2, 0, 0.6),
    ].map {
        Classification(actual: $0.0, predicted: $0.1, score: Float($0.2), probabilityOfActual: 0)
    }

    @Test func answersAreCountedByTheLabelThatWasGiven() {
        let counts = Self.rules.counts(Self.answers)
        #expect(counts[0] == .init(documents: 5, automatic: 4, right: 2))
        #expect(counts[1] == .init(documents: 1, automatic: 0, right: 0))
        let total = AutomaticAnswers.total(counts)
        #expect(total == .init(documents: 6, automatic: 4, right: 2) && total.precision == 0.5)
        #expect(abs(Self.rules.hoursSavedPerThousand(total) - 1000 * 4 / 6 * 0.1) < 1e-9)
    }

    @Test func sectionHasTheSameFiguresForProgramsAndPeople() throws {
        var content = SampleContent.content(labels: ["Entrega", "Troca"])
        content.classifications = Self.answers
        content.automaticAnswers = Self.rules
        let section = try #require(ReportSection.automaticAnswers(content))
        let labels = try #require(section.metrics["labels"]?.arrayValue)
        #expect(section.metrics["all"]?["automatic"]?.intValue == 4)
        #expect(labels.map { $0["threshold"]?.doubleValue } == [0.5, nil])
        #expect(labels[1]["precision"] == .null && labels[0]["precision"]?.doubleValue == 0.5)
        guard case .table(let table) = section.blocks[1] else { throw MissingTable() }
        #expect(table.rows.count == 2 && "\(table.rows[1])".contains("never"))
    }

    @Test func withoutCalibrationThereIsNoSection() {
        var content = SampleContent.content()
        content.automaticAnswers = nil
        #expect(ReportSection.automaticAnswers(content) == nil)
        #expect(Report(content).metrics["automatic_answers"] == nil)
    }

    private struct MissingTable: Error {}
}
