import Dataset
import DriftDetection
import FeatureExtraction
import RandomForest
import Testing
import TextAnalysis
import TextClassification

@testable import SageMakerTraining

/// Texts of made-up words whose frequencies fall as those of a language do.
private struct SyntheticMail {
    /// Changed by hand to look further; a failing test prints it.
    static let seed: UInt64 = 20_261_121

    /// How many documents in a hundred each label has.
    var labelPercents = [40, 30, 20, 10]
    var lengthFactor = 1
    var syllables = ["ca", "ro", "mi", "te", "lu", "pa", "so", "ne"]
    private var generator: SeededGenerator

    init(stream: UInt64) {
        generator = SeededGenerator(seed: Self.seed, stream: stream)
    }

    /// A text of 6 to 25 words, a third of which tell its label.
    mutating func document() -> (text: String, label: String) {
        var place = generator.below(100)
        var label = 0
        while place >= labelPercents[label] {
            place -= labelPercents[label]
            label += 1
        }
        let words = (6 + generator.below(20)) * lengthFactor
        let text = (0..<words).map { _ in
            generator.below(3) == 0 ? word(label * 40 + generator.below(40)) : word(rareNumber() + 160)
        }.joined(separator: " ")
        return (text, "l\(label)")
    }

    mutating func documents(_ count: Int) -> LabeledDocuments {
        var documents = LabeledDocuments()
        for _ in 0..<count {
            let (text, label) = document()
            documents.append(text: text, label: label)
        }
        return documents
    }

    /// A number whose chance falls with its size: uniform on a logarithmic scale.
    private mutating func rareNumber() -> Int { generator.below(1 << (1 + generator.below(12))) }

    private func word(_ number: Int) -> String {
        var (rest, word) = (number, "")
        for _ in 0..<5 {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }
}

/// A model trained on the unshifted mail, and its profile.
private struct TrainedOnMail {
    let classifier: TextClassifier
    let profile: TrainingProfile

    static let shared = Result { try TrainedOnMail() }

    init() throws {
        var mail = SyntheticMail(stream: 1)
        let documents = mail.documents(1_200)
        var forest = RandomForestParameters()
        forest.nEstimators = 60
        forest.randomState = 1
        let parameters = TextClassifierParameters(
            analyzer: AnalyzerParameters(language: .fixed(.portuguese), normalizer: .none),
            tfidf: try TfidfParameters(),
            forest: forest
        )
        let training = try TextClassifierTrainer(parameters, lexicons: [:]).prepare(
            texts: documents.texts,
            labels: documents.labels
        )
        classifier = try training.classifier(of: training.trees(0..<forest.nEstimators))
        let all = Array(documents.texts.indices)
        profile = ProfileBuilder(classifier: classifier, threads: nil).profile(
            training: documents,
            validation: nil,
            answers: training.outOfBagAnswers(of: classifier.forest, from: 0, documents: all, until: nil) { _ in }
        )
    }
}

/// What an unshifted stream, and shifted ones, do to the figures of a real model.
@Suite(.serialized)
struct DriftOfStreamsTests {
    private func figures(
        documents: Int,
        _ shift: (inout SyntheticMail) -> Void = { _ in }
    ) throws -> [DriftFeature: Double] {
        let trained = try TrainedOnMail.shared.get()
        var mail = SyntheticMail(stream: 2)
        shift(&mail)
        let texts = mail.documents(documents).texts
        let pieces = ParallelLoop.ranges(of: texts.count, pieces: 64)
        let predictions = ParallelLoop().map(pieces.count) { trained.classifier.predict(Array(texts[pieces[$0]])) }
        let monitor = DriftMonitor(trained.profile)
        for prediction in predictions.flatMap(\.self) {
            let best = prediction.bestClass
            let score = best.map { Double(prediction.probabilities[$0]) } ?? 0
            monitor.observe([
                ObservedDocument(
                    label: best,
                    score: score,
                    terms: prediction.terms,
                    knownTerms: prediction.knownTerms
                )
            ])
        }
        return Dictionary(uniqueKeysWithValues: monitor.report().figures.map { ($0.feature, $0.psi ?? -1) })
    }

    @Test func unshiftedStreamOfTenThousandDocumentsStaysBelowATenth() throws {
        let figures = try figures(documents: 10_000)
        for feature in DriftFeature.allCases {
            #expect((0..<0.1).contains(figures[feature] ?? 1), "\(feature) \(figures), seed \(SyntheticMail.seed)")
        }
    }

    @Test func anotherLanguageRaisesUnknownTerms() throws {
        let figures = try figures(documents: 2_000) {
            $0.syllables = ["ght", "wir", "sch", "ong", "ull", "ash", "ery", "ist"]
        }
        #expect(figures[.unknownTerms] ?? 0 > 0.25)
        #expect(0..<0.1 ~= figures[.lengths] ?? 1)
    }

    @Test func anotherLabelMixRaisesLabels() throws {
        let figures = try figures(documents: 2_000) { $0.labelPercents = [10, 20, 20, 50] }
        #expect(figures[.labels] ?? 0 > 0.25)
        #expect(0..<0.1 ~= figures[.lengths] ?? 1)
        #expect(0..<0.1 ~= figures[.unknownTerms] ?? 1)
    }

    @Test func longerTextsRaiseLengths() throws {
        let figures = try figures(documents: 2_000) { $0.lengthFactor = 3 }
        #expect(figures[.lengths] ?? 0 > 0.25)
        #expect(0..<0.1 ~= figures[.labels] ?? 1)
    }

    @Test func profileTellsItsSource() throws {
        let trained = try TrainedOnMail.shared.get()
        #expect(trained.profile.source == .outOfBag && trained.profile.documents == 1_200)
        #expect(trained.profile.lengths.total == 1_200 && trained.profile.topTerms.count == ProfileBuilder.topTerms)
        var mail = SyntheticMail(stream: 3)
        let builder = ProfileBuilder(classifier: trained.classifier, threads: 1)
        let measured = builder.profile(training: mail.documents(50), validation: mail.documents(60), answers: nil)
        #expect(measured.source == .validation && measured.labelCounts.reduce(0, +) == 60)
        #expect(measured.lengths.total == 50 && measured.unknownShares.total == 60)
        let neither = builder.profile(training: mail.documents(50), validation: nil, answers: nil)
        #expect(neither.source == .none && neither.scores.total == 0 && neither.lengths.total == 50)
    }

    @Test func manyTextsAreSampledEvenly() {
        let texts = (0..<ProfileBuilder.sampledDocuments * 2).map(String.init)
        let sample = ProfileBuilder.sample(texts)
        #expect(sample.count == ProfileBuilder.sampledDocuments)
        #expect(sample[1] == "2" && sample.last == "\(texts.count - 2)")
    }
}
