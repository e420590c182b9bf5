import Calibration
import Testing
import TextClassification

@testable import SageMakerTraining

struct ConfidenceFindingTests {
    private static func estimate(_ answers: Int, classes: Int = 2) throws -> ConfidenceEstimate {
        // The first class is always right, the second half of the time.
        let truth = (0..<answers).map { $0 % 4 == 3 ? 0 : $0 % 2 }
        let shares = (0..<answers).flatMap { $0 % 2 == 0 ? [0.75, 0.25] : [0.25, 0.75] as [Float] }
        return try ConfidenceEstimate(
            CalibrationSample(classes: 2, truth: truth, shares: shares),
            method: .auto,
            targetPrecision: 0.95,
            seed: 0
        )
    }

    @Test func logSaysWhatIsNeverAutomatic() throws {
        let finding = ConfidenceFinding(TrainingConfiguration())
        let lines = finding.lines(try Self.estimate(400), labels: ["a", "b"], documents: 400)
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("calibration: ") && lines[0].contains("log loss of none "))
        #expect(lines[1] == "label \"b\" is never automatic: no score shows a precision of 0.95")
    }

    @Test func logSaysWhenDocumentsAreTooFew() throws {
        let finding = ConfidenceFinding(TrainingConfiguration())
        let lines = finding.lines(try Self.estimate(20), labels: ["a", "b"], documents: 20)
        #expect(lines.first == "calibration: none, since 20 documents are fewer than 100")
    }

    @Test func figuresAreThoseOfTheAnswers() throws {
        let lines = Lines()
        let finding = ConfidenceFinding(TrainingConfiguration())
        finding.record(try Self.estimate(400), labels: ["a", "b"], to: MetricLog { lines.append($0) })
        #expect(lines.all.contains("oob:automatic_share=0.5000;\n"))
        #expect(lines.all.contains("oob:automatic_precision=1.0000;\n"))
        #expect(lines.all.contains("oob:hours_saved_per_1000=25.0000;\n"))
        #expect(lines.all.contains("oob:automatic_share:b=0.0000;\n"))
        #expect(!lines.all.contains { $0.hasPrefix("oob:automatic_precision:b") })
        // Votes of .75 for answers of which all, or half, are right.
        #expect(lines.all.contains("oob:raw_calibration_error=0.0000;\n"))
    }

    @Test(arguments: [("auto", CalibrationMethod.auto), ("None", .uncalibrated), ("Sigmoid", .sigmoid)])
    func calibrationIsAWord(text: String, method: CalibrationMethod) throws {
        #expect(try configuration("calibration", text).confidence.calibration == method)
    }

    @Test(arguments: ["0", "1", "-0.5", "x", "95"])
    func targetPrecisionIsAProbability(text: String) {
        #expect(throws: TrainingError.self) { try configuration("target_precision", text) }
    }

    @Test func minutesAndPrecisionAreRead() throws {
        #expect(try configuration("target_precision", "0.9").confidence.targetPrecision == 0.9)
        #expect(try configuration("minutes_per_mail", "4.5").confidence.minutesPerMail == 4.5)
    }
}
