internal import Calibration
internal import Dataset
internal import Evaluation
internal import FeatureExtraction
internal import RandomForest
internal import TextAnalysis
internal import TextClassification
internal import TrainingReport

/// Gathers what a report is made of, from the training and its documents.
struct ReportGathering {
    /// How many wrong documents are shown.
    static let mostMistakes = 50
    /// The longest text of such a document, in characters.
    static let longestExcerpt = 280
    /// How many telling terms a label has.
    static let mostTerms = 10
    /// The fewest documents of a label that a telling term stands in, so that no single customer's words are shown.
    static let fewestDocumentsOfTerm = 3
    /// Hyperparameters that do not change the model.
    private static let withoutEffect: Set<String> = ["n_jobs", "report"]

    let training: TextClassifierTraining
    let classifier: TextClassifier
    /// The trees that this job has grown itself, and the number of the first one.
    let newTrees: Forest
    let firstTree: Int
    let documents: PreparedDocuments
    let configuration: TrainingConfiguration
    let producer: String

    /// Everything that the report says; O(measured documents x trees), beside what the data's facts cost.
    func content() -> ReportContent {
        let held = documents.validation
        let measured = ForestMeasurement(
            training,
            forest: held == nil ? newTrees : classifier.forest,
            from: held == nil ? firstTree : 0,
            calibrator: classifier.confidence?.calibrator,
            threads: configuration.forest.nJobs
        )
        let results = held.map(measured.results) ?? measured.outOfBagResults()
        return ReportContent(
            producer: producer,
            source: held == nil ? .outOfBag : .validation,
            labels: classifier.labels,
            parameters: parameters,
            data: data,
            classifications: results.compactMap(\.classification),
            trees: measured.curve(of: results),
            terms: terms,
            mistakes: mistakes(in: results, of: held ?? documents.training),
            automaticAnswers: automaticAnswers
        )
    }

    private var automaticAnswers: AutomaticAnswers? {
        classifier.confidence.map { confidence in
            AutomaticAnswers(
                thresholds: confidence.thresholds,
                targetPrecision: confidence.targetPrecision,
                minutesPerMail: configuration.confidence.minutesPerMail
            )
        }
    }

    private var parameters: [ReportContent.Parameter] {
        Hyperparameter.all.filter { !Self.withoutEffect.contains($0.name) }.map { hyperparameter in
            let value = hyperparameter.text(of: configuration)
            return ReportContent.Parameter(
                name: hyperparameter.name,
                value: value,
                isDefault: value == hyperparameter.defaultValue
            )
        }
    }

    private var data: DataFacts {
        DataFacts(
            training: facts(of: documents.training),
            validation: documents.validation.map(facts),
            features: classifier.vectorizer.vocabulary.count,
            withoutTerms: training.documentsWithoutTerms,
            notes: documents.notes
        )
    }

    private func facts(of documents: LabeledDocuments) -> DocumentFacts {
        let counts = Dictionary(documents.labels.map { ($0, 1) }, uniquingKeysWith: +)
        let languages = LanguageCounts(of: documents.texts, parameters: configuration.analyzer)
        return DocumentFacts(
            labelCounts: classifier.labels.map { counts[$0] ?? 0 },
            lengths: TextLengths(documents.texts.map(\.unicodeScalars.count)),
            languages: Language.allCases.map { .init($0.englishName, languages.counts[$0] ?? 0) }
                + [.init("Language unclear", languages.undecided)]
        )
    }

    /// Terms are masked too: without `mask_entities` an address could be one.
    private var terms: [[ReportContent.Term]] {
        let masker = PublicText()
        return training.tellingTerms(most: Self.mostTerms, inAtLeast: Self.fewestDocumentsOfTerm).map { terms in
            terms.map { .init(term: masker.excerpt(of: $0.term, most: Self.longestExcerpt), counts: $0.counts) }
        }
    }

    private func mistakes(in results: [ForestMeasurement.Result], of documents: LabeledDocuments) -> [Mistake] {
        let masker = PublicText()
        let wrong = results.indices.filter { results[$0].classification?.isCorrect == false }
        let surest = wrong.sorted { left, right in
            let (first, second) = (results[left].score, results[right].score)
            return first == second ? left < right : first > second
        }
        return surest.prefix(Self.mostMistakes).compactMap { index in
            guard let classification = results[index].classification else { return nil }
            return Mistake(
                given: classifier.labels[classification.predicted],
                actual: documents.labels[index],
                score: Double(classification.score),
                scoreOfActual: Double(classification.probabilityOfActual),
                text: masker.excerpt(of: documents.texts[index], most: Self.longestExcerpt)
            )
        }
    }
}

extension Language {
    /// The language's name.
    fileprivate var englishName: String {
        switch self {
        case .portuguese: "Portuguese"
        case .spanish: "Spanish"
        case .english: "English"
        }
    }
}
