import Dataset
import Testing

@testable import Calibration

struct ProbabilityCalibratorTests {
    private static let methods: [CalibrationMethod] = [.isotonic, .sigmoid, .scaling]

    private static func calibrator(_ method: CalibrationMethod, seed: UInt64 = 1) throws -> ProbabilityCalibrator {
        let sample = CalibratedVotes.sample(seed: seed, documents: 2000, classes: 4)
        let fit = ProbabilityCalibrator(method, sample, ClassColumns(sample), documents: Array(0..<sample.count))
        return try #require(fit)
    }

    @Test(arguments: methods) func probabilitiesAddUpToOne(_ method: CalibrationMethod) throws {
        let calibrator = try Self.calibrator(method)
        var generator = SeededGenerator(seed: 5)
        let odd: [[Float]] = [[0, 0, 0, 0], [1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], [1, 1, 1, 1]]
        let random = (0..<200).map { _ in (0..<4).map { _ in Float(generator.unit()) * Float(generator.below(2)) } }
        for shares in odd + random {
            var probabilities = shares
            calibrator.apply(to: &probabilities)
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5, "\(shares)")
            #expect(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }, "\(shares)")
        }
    }

    @Test(arguments: methods) func moreVotesNeverMakeAClassLessLikely(_ method: CalibrationMethod) throws {
        let calibrator = try Self.calibrator(method)
        for index in 0..<4 {
            var last: Float = 0
            for step in 0...100 {
                var shares: [Float] = [0.1, 0, 0.2, 0.3]
                shares[index] = Float(step) / 100
                calibrator.apply(to: &shares)
                #expect(shares[index] >= last - 1e-6)
                last = shares[index]
            }
        }
    }

    /// The other way to write the formula, without sums for classes that have no votes.
    @Test func scalingIsItsFormula() throws {
        let scaling = try VoteScaling(slope: 1.5, smoothing: 0.1, lift: 2, offsets: [0, 1, -1])
        var shares: [Float] = [0.7, 0, 0.3]
        ProbabilityCalibrator.scaling(scaling).apply(to: &shares)
        // exp(1.5 ln(.8) + 1.4), exp(1.5 ln(.1) + 1), exp(1.5 ln(.4) + .6 - 1)
        let odds: [Float] = [2.9016, 0.085960, 0.16958]
        let sum = odds.reduce(0, +)
        for (probability, odds) in zip(shares, odds) { #expect(abs(probability - odds / sum) < 1e-3) }
    }

    @Test func scalingFindsWhatTheVotesWereMadeBy() throws {
        let sample = CalibratedVotes.sample(seed: 3, documents: 4000, classes: 3)
        let answers = { (method: CalibrationMethod) in
            CrossValidation.measure([method], on: sample, seed: 1, loop: ParallelLoop(threads: 2))[0].validation
        }
        #expect(answers(.scaling).logLoss < answers(.uncalibrated).logLoss - 0.02)
        #expect(answers(.isotonic).logLoss < answers(.uncalibrated).logLoss)
        #expect(answers(.sigmoid).logLoss < answers(.uncalibrated).logLoss)
    }

    @Test func rowsWithoutVotesAreLeftOut() {
        let sample = CalibrationSample(classes: 2, truth: [0, 1, 1], shares: [0.5, 0.5, 0, 0, 0, 1])
        #expect(sample.count == 2)
        #expect(sample.truth == [0, 1])
        #expect(sample.shares(of: 1) == [0, 1])
    }

    @Test func manyDocumentsAreDrawnBySeed() {
        let drawn = CalibrationSample.documents(of: 200_000, classes: 10, seed: 4)
        #expect(drawn.count == CalibrationSample.mostDocuments)
        #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 < $1 })
        #expect(drawn != CalibrationSample.documents(of: 200_000, classes: 10, seed: 5))
        #expect(CalibrationSample.documents(of: 100, classes: 2, seed: 4) == Array(0..<100))
        #expect(CalibrationSample.documents(of: 50_000, classes: 6400, seed: 4).count == 5000)
    }
}
