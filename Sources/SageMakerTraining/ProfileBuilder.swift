import Calibration
import Dataset
import DriftDetection
import FeatureExtraction
import TextAnalysis
import TextClassification

/// Describes what serving will see as long as the mail stays as it was.
///
/// Of the training documents themselves the forest is far too sure, and it knows all their terms. So labels, scores and
/// unknown terms come from the documents to measure with, or else from estimates that leave each document out.
struct ProfileBuilder {
    /// From so many documents to measure with on they are preferred to estimates.
    static let leastValidationDocuments = 1_000
    /// The most documents whose texts are analyzed again, spread evenly over all; as many as a window holds.
    static let sampledDocuments = 10_000
    /// The fewest trees whose mean counts as a score: that of few trees is more often near 0 or 1 than that of the whole
    /// forest, which alone was a figure of 0.10 with 9 of 25 trees on unshifted texts, and 0.006 with 37 of 100.
    static let leastTrees = 20
    /// The most terms that are named.
    static let topTerms = 50

    let classifier: TextClassifier
    let threads: Int?

    /// The profile of a training; `answers` are those of trees to documents that they did not see, if there are such.
    func profile(
        training: LabeledDocuments,
        validation: LabeledDocuments?,
        answers: [OutOfBagAnswer]?
    ) -> TrainingProfile {
        let classes = classifier.labels.count
        let heldOut = HeldOutVocabulary(classifier.vectorizer, documents: training.count)
        let lengths = measured(Self.sample(training.texts), heldOut)
        var profile = TrainingProfile(classes: classes, documents: training.count, source: .none)
        if let validation, validation.count >= Self.leastValidationDocuments || answers == nil {
            profile = predicted(Self.sample(validation.texts), documents: training.count)
        } else {
            if let answers { profile.add(answers) }
            profile.unknownShares = lengths.unknownShares
        }
        profile.lengths = lengths.lengths
        profile.topTerms = topTerms(heldOut)
        return profile
    }

    /// Lengths of training documents, and the terms that a model without the document would not know.
    private func measured(_ texts: [String], _ heldOut: HeldOutVocabulary) -> TrainingProfile {
        let empty = TrainingProfile(classes: 0, documents: 0, source: .none)
        guard let analyzer = try? TextAnalyzer(state: classifier.analyzerState) else { return empty }
        let pieces = ParallelLoop.ranges(of: texts.count, pieces: 64)
        let buffers = { @Sendable in AnalysisBuffer() }
        let parts = ParallelLoop(threads: threads).map(pieces.count, state: buffers) { buffer, piece in
            var part = empty
            for text in texts[pieces[piece]] {
                analyzer.analyze(text, with: &buffer)
                part.addText(terms: buffer.terms.count, knownTerms: heldOut.knownTerms(of: buffer.terms))
            }
            return part
        }
        return parts.reduce(into: empty) { $0.addTexts(of: $1) }
    }

    /// What the model says of documents that it has not learned from.
    private func predicted(_ texts: [String], documents: Int) -> TrainingProfile {
        let pieces = ParallelLoop.ranges(of: texts.count, pieces: 64)
        let predictions = ParallelLoop(threads: threads).map(pieces.count) { piece in
            classifier.predict(Array(texts[pieces[piece]]))
        }.flatMap(\.self)
        var profile = TrainingProfile(classes: classifier.labels.count, documents: documents, source: .validation)
        for prediction in predictions {
            profile.addText(terms: prediction.terms, knownTerms: prediction.knownTerms)
            guard let best = prediction.bestClass else { continue }
            profile.addPrediction(label: best, score: Double(prediction.probabilities[best]))
        }
        return profile
    }

    private func topTerms(_ heldOut: HeldOutVocabulary) -> [TrainingProfile.Term] {
        let frequencies = heldOut.documentFrequencies
        return frequencies.indices
            .sorted { frequencies[$0] == frequencies[$1] ? $0 < $1 : frequencies[$0] > frequencies[$1] }
            .prefix(Self.topTerms)
            .map { .init(classifier.vectorizer.vocabulary.term(at: $0), documents: frequencies[$0]) }
    }

    /// So many of the documents as are looked at, spread evenly.
    static func sample<Document>(_ documents: [Document]) -> [Document] {
        guard documents.count > sampledDocuments else { return documents }
        return (0..<sampledDocuments).map { documents[$0 * documents.count / sampledDocuments] }
    }
}

extension TrainingProfile {
    fileprivate mutating func addText(terms: Int, knownTerms: Int) {
        let document = ObservedDocument(label: nil, score: 0, terms: terms, knownTerms: knownTerms)
        lengths.add(Double(terms))
        if let share = document.unknownShare { unknownShares.add(share) }
    }

    fileprivate mutating func addTexts(of other: TrainingProfile) {
        lengths.add(other.lengths)
        unknownShares.add(other.unknownShares)
    }

    fileprivate mutating func add(_ answers: [OutOfBagAnswer]) {
        source = .outOfBag
        for answer in answers {
            let isScore = answer.voters >= ProfileBuilder.leastTrees
            addPrediction(label: answer.document.best, score: isScore ? Double(answer.document.score) : nil)
        }
    }
}
