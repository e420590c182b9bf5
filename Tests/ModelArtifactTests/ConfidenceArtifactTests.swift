import Calibration
import Testing
import TextClassification

@testable import ModelArtifact

struct ConfidenceArtifactTests {
    private static func confidences() throws -> [Confidence] {
        let third = Float(1) / 3
        let scaling = try VoteScaling(slope: 1.1 * third, smoothing: 0.05, lift: 2, offsets: [third, -third, 0])
        let sigmoid = try SigmoidCurve(slope: 9 * third, intercept: -third)
        let curve = try IsotonicCurve(places: [0, third, 0.9], values: [0, 0.5 * third, 1])
        let calibrators: [ProbabilityCalibrator?] = [
            nil, .scaling(scaling), .sigmoid([sigmoid, sigmoid, sigmoid]),
            .isotonic([curve, curve, curve], floor: 0.01),
        ]
        return try calibrators.map {
            try Confidence(calibrator: $0, thresholds: [third, nil, 1], targetPrecision: 0.95)
        }
    }

    private static func model(_ confidence: Confidence) throws -> Model {
        var model = try SampleModel.train()
        model.classifier = try model.classifier.with(confidence)
        return model
    }

    @Test(arguments: 0..<4) func confidenceIsReadBackBitForBit(_ number: Int) throws {
        let folder = try TemporaryFolder()
        let model = try Self.model(Self.confidences()[number])
        let opened = try folder.open(model.encoded())
        #expect(opened.confidence == model.confidence)
        #expect(opened.encoded() == model.encoded())
        let texts = SampleModel.texts + ["", "xyzabc"]
        #expect(opened.classifier.predict(texts) == model.classifier.predict(texts))
    }

    @Test func probabilitiesAreCalibratedAndVotesAreNot() throws {
        let plain = try SampleModel.train()
        let model = try Self.model(Self.confidences()[1])
        for (votes, calibrated) in zip(
            plain.classifier.predict(SampleModel.texts),
            model.classifier.predict(SampleModel.texts)
        ) {
            #expect(calibrated.votes == votes.probabilities)
            var expected = votes.probabilities
            model.confidence?.calibrator?.apply(to: &expected)
            #expect(calibrated.probabilities == expected && expected != votes.probabilities)
        }
    }

    @Test func modelWithoutConfidenceHasNoSection() throws {
        let folder = try TemporaryFolder()
        let model = try SampleModel.train()
        #expect(ArtifactParts(model.encoded())[.confidence] == nil)
        #expect(try folder.open(model.encoded()).confidence == nil)
    }

    @Test func confidenceOfOtherClassesIsRefused() throws {
        let other = try Confidence(calibrator: nil, thresholds: [nil], targetPrecision: 0.9)
        #expect(throws: TextClassificationError.self) { try SampleModel.train().classifier.with(other) }
    }

    @Test(
        arguments: [
            (1, "\"thresholds\":[", "\"thresholds\":[0.5,", "it has parameters of 4 classes in place of 3"),
            (1, "\"target_precision\":0.95", "\"target_precision\":2", threshold),
            (1, "\"target_precision\":0.95", "\"target\":2", threshold),
            (1, ",null,1.0]", ",null,1.5]", threshold), (1, ",null,1.0]", ",\"x\",1]", threshold),
            (1, "\"calibrator\":", "\"calibration\":", "the calibrator is out of range"),
            (1, "\"method\":\"scaling\"", "\"method\":\"none\"", "the method is out of range"),
            (1, "\"lift\":2", "\"lift\":-2", "the lift is out of range"),
            (1, "\"lift\":2.0", "\"lift\":1e300", "a parameter of the scaling is out of range"),
            (1, "\"offsets\":[", "\"offsets\":[1e9,", "an offset is out of range"),
            (1, "\"offsets\":[", "\"offsets\":[1,", "it has parameters of 4 classes in place of 3"),
            (2, "\"slopes\":[", "\"slopes\":[1,", "a parameter of a sigmoid is out of range"),
            (2, "\"slopes\":[3", "\"slopes\":[-3", "the slope of a sigmoid is out of range"),
            (3, "\"places\":[[0.0,", "\"places\":[[2,", curve), (3, "\"values\":[[0.0,", "\"values\":[[0,0,", curve),
            (3, "\"values\":[[", "\"values\":[[],[", curve),
            (3, "\"floor\":0", "\"floor\":-1", "the floor is out of range"),
        ]
    )
    func malformedConfidenceIsRefusedInOneLine(number: Int, old: String, new: String, reason: String) throws {
        let folder = try TemporaryFolder()
        var parts = ArtifactParts(try Self.model(Self.confidences()[number]).encoded())
        let before = try #require(parts[.confidence])
        parts.replace(old, by: new, in: .confidence)
        try #require(parts[.confidence] != before, "\(String(decoding: before, as: UTF8.self))")
        #expect(
            try folder.refusal(of: parts.encoded())
                == "the part calib is malformed: \(reason); train the model again"
        )
    }

    private static let threshold = "a threshold or the target precision is not from 0 to 1"
    private static let curve = "a curve falls, or its knots are out of order or not from 0 to 1"
}
