import Dataset

@testable import DriftDetection

/// Seeded observations whose four features can be shifted one by one.
struct SyntheticStream {
    /// Changed by hand to look further; a failing test prints it.
    static let seed: UInt64 = 20_261_121

    var labelWeights = [40, 25, 15, 10, 6, 3, 1]
    var lengthFactor = 1.0
    var scoreFactor = 1.0
    var unknownPercent = 6

    private var generator: SeededGenerator

    init(stream: UInt64) {
        generator = SeededGenerator(seed: Self.seed, stream: stream)
    }

    mutating func next() -> ObservedDocument {
        var place = generator.below(labelWeights.reduce(0, +))
        var label = 0
        while place >= labelWeights[label] {
            place -= labelWeights[label]
            label += 1
        }
        // The mean of three uniform numbers leans to the middle, and a product of two to the small ones, as lengths do.
        let score = (0..<3).reduce(0.0) { sum, _ in sum + Double(generator.below(1_000)) / 3_000 } * 0.7 + 0.3
        let terms = 2 + Int(Double(generator.below(12) * generator.below(12)) * lengthFactor)
        let unknown = (0..<terms).count { _ in generator.below(100) < unknownPercent }
        return ObservedDocument(label: label, score: score * scoreFactor, terms: terms, knownTerms: terms - unknown)
    }

    mutating func next(_ count: Int) -> [ObservedDocument] { (0..<count).map { _ in next() } }

    /// The profile of the unshifted stream.
    static func profile(documents: Int) -> TrainingProfile {
        var stream = SyntheticStream(stream: 1)
        var profile = TrainingProfile(classes: stream.labelWeights.count, documents: documents, source: .outOfBag)
        for document in stream.next(documents) {
            profile.addPrediction(label: document.label ?? 0, score: document.score)
            profile.lengths.add(Double(document.terms))
            if let share = document.unknownShare { profile.unknownShares.add(share) }
        }
        return profile
    }
}
