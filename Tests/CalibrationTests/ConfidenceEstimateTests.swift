import Dataset
import Testing

@testable import Calibration

struct ConfidenceEstimateTests {
    private static let sample = CalibratedVotes.sample(seed: 8, documents: 3000, classes: 3)

    private static func estimate(
        _ method: CalibrationMethod = .auto,
        sample: CalibrationSample = sample,
        threads: Int = 2
    ) throws -> ConfidenceEstimate {
        try ConfidenceEstimate(
            sample,
            method: method,
            targetPrecision: 0.9,
            seed: 1,
            loop: ParallelLoop(threads: threads)
        )
    }

    @Test func theLeastLossIsTaken() throws {
        let estimate = try Self.estimate()
        let least = estimate.logLosses.min { $0.logLoss < $1.logLoss }
        #expect(estimate.logLosses.count == 4)
        #expect(estimate.method == least?.method)
        #expect(estimate.confidence.calibrator?.method == estimate.method)
        #expect(estimate.answers.count == Self.sample.count)
    }

    @Test func threadsDoNotMatter() throws {
        #expect(try Self.estimate(threads: 1).confidence == Self.estimate(threads: 3).confidence)
    }

    @Test(arguments: [CalibrationMethod.isotonic, .sigmoid, .scaling])
    func aNamedMethodIsTaken(_ method: CalibrationMethod) throws {
        #expect(try Self.estimate(method).confidence.calibrator?.method == method)
    }

    @Test func withoutCalibrationThereAreThresholdsStill() throws {
        let estimate = try Self.estimate(.uncalibrated)
        #expect(estimate.confidence.calibrator == nil)
        #expect(estimate.confidence.thresholds.contains { $0 != nil })
        #expect(estimate.answers == estimate.rawAnswers)
    }

    @Test func fewDocumentsAreNotCalibratedWith() throws {
        let few = CalibratedVotes.sample(seed: 8, documents: ConfidenceEstimate.leastDocuments - 1, classes: 3)
        #expect(try Self.estimate(sample: few).method == .uncalibrated)
        #expect(try Self.estimate(.isotonic, sample: few).confidence.calibrator == nil)
    }

    @Test func votesOfNobodyGiveNoAutomaticAnswer() throws {
        let none = CalibrationSample(classes: 3, truth: [], shares: [])
        #expect(try Self.estimate(sample: none).confidence.thresholds == [nil, nil, nil])
    }

    @Test func automaticShareCountsAndPrices() throws {
        let confidence = try Confidence(calibrator: nil, thresholds: [0.5, nil], targetPrecision: 0.9)
        let answers = [
            ScoredDocument(best: 0, score: 0.5, isRight: true), ScoredDocument(best: 0, score: 0.4, isRight: true),
            ScoredDocument(best: 0, score: 0.9, isRight: false), ScoredDocument(best: 1, score: 1, isRight: true),
        ]
        let share = AutomaticShare(answers, confidence)
        #expect(share.documents == 4 && share.automatic == 2 && share.right == 1)
        #expect(share.share == 0.5 && share.precision == 0.5)
        #expect(share.hoursSavedPerThousand(minutesPerMail: 3) == 25)
        #expect(AutomaticShare.byClass(answers, confidence).map(\.automatic) == [2, 0])
        #expect(AutomaticShare().precision == nil)
    }

    @Test func confidenceOutOfRangeIsRefused() throws {
        #expect(throws: CalibrationFault.threshold) {
            try Confidence(calibrator: nil, thresholds: [1.5], targetPrecision: 0.9)
        }
        #expect(throws: CalibrationFault.threshold) {
            try Confidence(calibrator: nil, thresholds: [.nan], targetPrecision: 0.9)
        }
        #expect(throws: CalibrationFault.threshold) {
            try Confidence(calibrator: nil, thresholds: [nil], targetPrecision: 1)
        }
        let scaling = try VoteScaling(slope: 1, smoothing: 0.1, lift: 0, offsets: [0, 0])
        #expect(throws: CalibrationFault.classes(found: 2, expected: 1)) {
            try Confidence(calibrator: .scaling(scaling), thresholds: [nil], targetPrecision: 0.9)
        }
    }
}
