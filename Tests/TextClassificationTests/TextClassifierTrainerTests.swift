import Dataset
import FeatureExtraction
import RandomForest
import Synchronization
import Testing
import TextAnalysis
import TextClassification

struct TextClassifierTrainerTests {
    private func error(
        texts: [String],
        labels: [String],
        _ change: (inout TextClassifierParameters) -> Void = { _ in }
    ) throws -> String? {
        var parameters = try SampleMessages.parameters()
        change(&parameters)
        do {
            _ = try TextClassifierTrainer(parameters, lexicons: [:]).fit(texts: texts, labels: labels)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func trainingTextsAreRecognized() throws {
        let classifier = try SampleMessages.classifier()
        #expect(classifier.labels == ["cupom", "entrega", "troca"])
        let found = classifier.predict(SampleMessages.texts).map { $0.bestClass.map { classifier.labels[$0] } }
        #expect(found == SampleMessages.labels)
    }

    @Test(arguments: [2, 3, 4]) func resultDoesNotDependOnTheNumberOfThreads(_ threads: Int) throws {
        let (one, many) = (try SampleMessages.classifier(), try SampleMessages.classifier(threads: threads))
        #expect(one.vectorizer == many.vectorizer)
        #expect(one.forest == many.forest)
        #expect(one.labels == many.labels)
        #expect(one.analyzerState == many.analyzerState)
    }

    @Test(arguments: Normalizer.allCases, [LanguageChoice.auto, .fixed(.portuguese)])
    func servingSeesTheFeaturesOfTheTraining(_ normalizer: Normalizer, language: LanguageChoice) throws {
        var parameters = try SampleMessages.parameters()
        parameters.analyzer = AnalyzerParameters(language: language, normalizer: normalizer)
        let texts = SampleMessages.texts
        let classifier = try TextClassifierTrainer(parameters, lexicons: [:]).fit(
            texts: texts,
            labels: SampleMessages.labels
        )
        let training = try TextAnalyzer.fit(parameters.analyzer, to: texts, lexicons: [:])
        let serving = try TextAnalyzer(state: classifier.analyzerState)
        for text in texts {
            #expect(features(text, training, classifier) == features(text, serving, classifier), "\(text)")
        }
    }

    private func features(_ text: String, _ analyzer: TextAnalyzer, _ classifier: TextClassifier) -> SparseVector {
        var (analysis, buffer) = (AnalysisBuffer(), TfidfVectorizer.Buffer())
        analyzer.analyze(text, with: &analysis)
        classifier.vectorizer.transform(analysis.terms, into: &buffer)
        return buffer.vector
    }

    @Test func stagesAndTreesAreReported() throws {
        var stages: [TrainingStage] = []
        let trees = Atomic<Int>(0)
        _ = try TextClassifierTrainer(SampleMessages.parameters(threads: 2), lexicons: [:]).fit(
            texts: SampleMessages.texts,
            labels: SampleMessages.labels,
            onStage: { stages.append($0) },
            onTree: { trees.add(1, ordering: .relaxed) }
        )
        #expect(stages == TrainingStage.allCases)
        #expect(trees.load(ordering: .relaxed) == 25)
    }

    @Test func noDocumentIsRefused() throws {
        #expect(
            try error(texts: [], labels: [])
                == "there is no document to learn from; put labelled messages into the training channel"
        )
    }

    @Test func oneLabelIsRefused() throws {
        #expect(
            try error(texts: ["a", "b"], labels: ["troca", "troca"])
                == "all documents have the label \"troca\"; a classifier needs at least two labels"
        )
    }

    @Test func textsWithoutTermsAreRefused() throws {
        #expect(
            try error(texts: ["", " "], labels: ["a", "b"])
                == "no term is left of 0: the texts hold only stop words, or tfidf_min_df and tfidf_max_df leave nothing"
        )
    }

    @Test func parametersOutOfRangeAreRefused() throws {
        let (texts, labels) = (["quero trocar", "onde está"], ["a", "b"])
        #expect(
            try error(texts: texts, labels: labels) { $0.tfidf.maxFeatures = 0 }
                == "tfidf_max_features is out of range; allowed: a whole number from 1, or none"
        )
        #expect(
            try error(texts: texts, labels: labels) { $0.forest.nEstimators = 0 }
                == "n_estimators is out of range; allowed: 1 to 100000"
        )
        #expect(
            try error(texts: texts, labels: labels) { $0.forest.nJobs = 0 }
                == "n_jobs is out of range; allowed: a whole number from 1, or -1 for all cores"
        )
    }

    @Test func moreThreadsThanDocumentsAreAllowed() throws {
        #expect(try error(texts: ["quero trocar", "onde está"], labels: ["a", "b"]) { $0.forest.nJobs = .max } == nil)
    }

    @Test func emptyTextsLearnBesideOthers() throws {
        let classifier = try TextClassifierTrainer(SampleMessages.parameters(), lexicons: [:])
            .fit(texts: ["", "cupom", "", "cupom"], labels: ["outro", "cupom", "outro", "cupom"])
        #expect(classifier.predict(["", "cupom"]).map(\.bestClass) == [1, 0])
    }
}
