import Dataset
public import FeatureExtraction
public import RandomForest
public import TextAnalysis

/// All parameters of a training.
public struct TextClassifierParameters: Sendable, Equatable {
    /// How a text becomes terms.
    public var analyzer: AnalyzerParameters
    /// How terms become features.
    public var tfidf: TfidfParameters
    /// How the forest grows, and on how many threads the whole training runs.
    public var forest: RandomForestParameters

    /// Creates parameters from those of the parts.
    public init(analyzer: AnalyzerParameters, tfidf: TfidfParameters, forest: RandomForestParameters) {
        self.analyzer = analyzer
        self.tfidf = tfidf
        self.forest = forest
    }
}

/// The parts of a training, in their order.
public enum TrainingStage: String, Sendable, CaseIterable {
    /// Cleaning, tokens, lemmas and n-gram counts.
    case analyze
    /// TF-IDF features.
    case vectorize
    /// The features column by column, as trees look for splits in them.
    case index
    /// The forest.
    case fit
    /// What serving needs of the analyzer.
    case compile
}

/// Trains a text classifier; the result depends on documents, parameters and `random_state` only.
public struct TextClassifierTrainer: Sendable {
    /// About as many bytes of text as there are to a term that is counted.
    private static let bytesPerTerm = 8

    let parameters: TextClassifierParameters
    private let lexicons: [Language: Lexicon]

    /// Creates a trainer; without a lexicon for the texts' language their terms are stems in place of lemmas.
    public init(_ parameters: TextClassifierParameters, lexicons: [Language: Lexicon]) {
        self.parameters = parameters
        self.lexicons = lexicons
    }

    /// Trains on texts and their labels, side by side.
    ///
    /// - Parameters:
    ///   - texts: The documents.
    ///   - labels: The label of each document.
    ///   - onStage: Called when a stage begins.
    ///   - onWarning: Called when the texts are analyzed otherwise than asked for.
    ///   - onTree: Called on any thread when a tree is done.
    /// - Returns: A classifier that is ready to answer.
    /// - Throws: `TextClassificationError` for data that nothing can be learned from, or a parameter out of range.
    public func fit(
        texts: [String],
        labels: [String],
        onStage: (TrainingStage) -> Void = { _ in },
        onWarning: (AnalyzerWarning) -> Void = { _ in },
        onTree: @Sendable () -> Void = {}
    ) throws(TextClassificationError) -> TextClassifier {
        let training = try prepare(texts: texts, labels: labels, onStage: onStage, onWarning: onWarning)
        onStage(.fit)
        let trees = training.trees(0..<parameters.forest.nEstimators, finished: onTree)
        onStage(.compile)
        return try training.classifier(of: trees)
    }

    /// Does everything up to the trees, for a caller that grows them piece by piece; parameters are those of `fit`.
    ///
    /// - Throws: `TextClassificationError` for data that nothing can be learned from, or a parameter out of range.
    public func prepare(
        texts: [String],
        labels: [String],
        onStage: (TrainingStage) -> Void = { _ in },
        onWarning: (AnalyzerWarning) -> Void = { _ in }
    ) throws(TextClassificationError) -> TextClassifierTraining {
        try checkFeatureParameters()
        let encoder = try encoder(of: labels, texts: texts)
        onStage(.analyze)
        let analyzer = try analyzer(for: texts)
        for warning in analyzer.warnings { onWarning(warning) }
        let (counters, words) = count(texts, with: analyzer)
        onStage(.vectorize)
        let (vectorizer, matrix) = try vectorize(counters)
        onStage(.index)
        let classes = labels.map { encoder.encode($0) ?? 0 }
        return TextClassifierTraining(
            words: words,
            labels: encoder.classes,
            features: TextFeatures(
                analyzer: analyzer,
                vectorizer: vectorizer,
                threads: parameters.forest.nJobs
            ),
            forest: try forestTrainer(matrix, classes: classes, labels: encoder.classes)
        )
    }

    /// Checked before the long work begins; the forest's parameters are checked with its data.
    private func checkFeatureParameters() throws(TextClassificationError) {
        do {
            try parameters.tfidf.validate()
        } catch {
            throw TextClassificationError(.features(error))
        }
    }

    private func encoder(of labels: [String], texts: [String]) throws(TextClassificationError) -> LabelEncoder {
        precondition(texts.count == labels.count, "one label for each text")
        guard let first = labels.first else { throw TextClassificationError(.noDocuments) }
        let encoder = LabelEncoder(fitting: labels)
        guard encoder.classes.count > 1 else { throw TextClassificationError(.oneLabel(first)) }
        return encoder
    }

    private func analyzer(for texts: [String]) throws(TextClassificationError) -> TextAnalyzer {
        do {
            return try TextAnalyzer.fit(parameters.analyzer, to: texts, lexicons: lexicons)
        } catch {
            throw TextClassificationError(.analysis(error))
        }
    }

    private func count(_ texts: [String], with analyzer: TextAnalyzer) -> ([TermCounter], TrainingWords) {
        let loop = ParallelLoop(threads: parameters.forest.nJobs)
        // More pieces than threads, so that none waits long for the last; one thread is spared the joining.
        let pieces = loop.threads == 1 ? 1 : min(loop.threads, texts.count) * 4
        let ranges = ParallelLoop.ranges(of: texts.count, pieces: pieces)
        let buffer = { @Sendable in AnalysisBuffer(recordsWords: true) }
        let counted = loop.map(ranges.count, state: buffer) { buffer, piece in
            var counter = TermCounter(parameters.tfidf)
            counter.reserveCapacity(ranges[piece].reduce(0) { $0 + texts[$1].utf8.count } / Self.bytesPerTerm)
            for index in ranges[piece] {
                analyzer.analyze(texts[index], with: &buffer)
                counter.append(buffer.terms)
            }
            return (counter: counter, words: buffer.takeWords())
        }
        var words = counted.first?.words ?? TrainingWords()
        for piece in counted.dropFirst() { words.formUnion(piece.words) }
        return (counted.map(\.counter), words)
    }

    private func vectorize(
        _ counters: [TermCounter]
    ) throws(TextClassificationError) -> (vectorizer: TfidfVectorizer, matrix: CSRMatrix) {
        do {
            return try TfidfVectorizer.fit(counters, parameters.tfidf)
        } catch {
            throw TextClassificationError(.features(error))
        }
    }

    func forestTrainer(
        _ matrix: CSRMatrix,
        classes: [Int],
        labels: [String]
    ) throws(TextClassificationError) -> RandomForestTrainer {
        do {
            return try RandomForestTrainer(
                parameters.forest,
                matrix: LevelMatrix(matrix),
                classes: classes,
                labels: labels
            )
        } catch {
            throw TextClassificationError(.forest(error))
        }
    }
}
