import FeatureExtraction
import RandomForest
import TextAnalysis
import TextClassification

/// A few messages that a small forest tells apart.
enum SampleMessages {
    static let texts = [
        "quero trocar o produto", "troca do produto errado", "trocar tamanho do sapato",
        "pedido atrasado demais", "onde está meu pedido", "entrega do pedido atrasada",
        "cupom de desconto inválido", "meu cupom não funciona", "desconto do cupom sumiu",
    ]
    static let labels = [
        "troca", "troca", "troca", "entrega", "entrega", "entrega", "cupom", "cupom", "cupom",
    ]

    /// Parameters that leave words as they are, on a number of threads.
    static func parameters(threads: Int = 1) throws -> TextClassifierParameters {
        var forest = RandomForestParameters()
        forest.nEstimators = 25
        forest.randomState = 7
        forest.nJobs = threads
        return TextClassifierParameters(
            analyzer: AnalyzerParameters(language: .fixed(.portuguese), normalizer: .none, stopWords: .none),
            tfidf: try TfidfParameters(ngramRange: 1...2),
            forest: forest
        )
    }

    static func classifier(threads: Int = 1) throws -> TextClassifier {
        try TextClassifierTrainer(parameters(threads: threads), lexicons: [:]).fit(texts: texts, labels: labels)
    }
}
