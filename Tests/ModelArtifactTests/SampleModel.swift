import FeatureExtraction
import RandomForest
import TextClassification

@testable import ModelArtifact
@testable import TextAnalysis

/// A model of three labels whose forest has leaves of one class and mixtures.
enum SampleModel {
    static let texts = [
        "quero trocar o produto", "troca do produto errado", "trocar tamanho do sapato", "pedido",
        "pedido atrasado demais", "onde está meu pedido", "entrega do pedido atrasada", "pedido",
        "cupom de desconto inválido", "meu cupom não funciona", "desconto do cupom sumiu", "pedido",
    ]
    static let labels = [
        "troca", "troca", "troca", "troca", "entrega", "entrega", "entrega", "entrega",
        "cupom 🎟", "cupom 🎟", "cupom 🎟", "cupom 🎟",
    ]

    static let plainAnalyzer = AnalyzerParameters(
        language: .fixed(.portuguese),
        normalizer: .none,
        stopWords: .list(["o", "de"]),
        substitutions: [Substitution(phrase: "bom dia", replacement: "")]
    )

    static func train(threads: Int = 1, analyzer: AnalyzerParameters = plainAnalyzer) throws -> Model {
        let classifier = try trainer(threads: threads, analyzer: analyzer).fit(texts: texts, labels: labels)
        let metadata = ModelMetadata(producer: "1.0.0", documents: 12, labelCounts: [4, 4, 4], topK: 3)
        return Model(classifier: classifier, metadata: metadata)
    }

    /// Some of the trees of `train()`.
    static func forest(_ trees: Range<Int>) throws -> Forest {
        let training = try trainer(threads: 1, analyzer: plainAnalyzer).prepare(texts: texts, labels: labels)
        return try training.forest(of: training.trees(trees))
    }

    private static func trainer(threads: Int, analyzer: AnalyzerParameters) throws -> TextClassifierTrainer {
        var forest = RandomForestParameters()
        forest.nEstimators = 4
        forest.randomState = 7
        forest.nJobs = threads
        let parameters = TextClassifierParameters(
            analyzer: analyzer,
            tfidf: try TfidfParameters(ngramRange: 1...2, maxFeatures: 20, sublinearTF: true),
            forest: forest
        )
        return TextClassifierTrainer(parameters, lexicons: [:])
    }

    /// A model that decides for each document in which language's forms it looks words up.
    static func trainWithForms() throws -> Model {
        var model = try train(analyzer: AnalyzerParameters())
        var state = model.classifier.analyzerState
        state.language = nil
        for language in Language.allCases {
            var map = FormMap()
            for (word, term) in [("pedidos", "ped"), ("orders", "order"), ("trocando", "trocar"), ("um", nil)] {
                map.insert(Array(word.utf8), term: term.map { Array($0.utf8) })
            }
            state.formMaps[language] = FormMapFormat.encode(map)
        }
        model.classifier = try TextClassifier(
            analyzerState: state,
            vectorizer: model.classifier.vectorizer,
            forest: model.classifier.forest,
            labels: model.classifier.labels
        )
        return model
    }
}
