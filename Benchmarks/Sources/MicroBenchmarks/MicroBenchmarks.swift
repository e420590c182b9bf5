import Dataset
import FeatureExtraction
import HTTP
import JSON
import RandomForest
import TextAnalysis
import TextClassification

/// Times the parts of a request and of a training, each by itself: `swift run -c release --package-path Benchmarks`.
@main
struct MicroBenchmarks {
    static func main() throws {
        for measurement in try requestParts() + trainingParts() { print(measurement.line) }
    }

    private static func requestParts() throws -> [Measurement] {
        let body = Array(#"{"instances":[{"text":"Comprei um tênis ontem e ainda não recebi o código de rastreio"}]}"#.utf8)
        let head = "POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
        let request = Array(head.utf8) + body
        let messages = GeneratedMessages(documents: 5_000)
        let classifier = try classifier(of: messages)
        let text = messages.texts[17]
        var analysis = AnalysisBuffer()
        let analyzer = try TextAnalyzer(state: classifier.analyzerState)
        return [
            Measurement("parse a request of one document") {
                var parser = RequestParser(limits: HTTPLimits())
                _ = try? parser.consume(request.span)
                _ = parser.takeMessage()
            },
            Measurement("parse its JSON body") {
                var parser = JSONParser(body)
                _ = try? parser.parse()
            },
            Measurement("analyze a message of 20 words") { analyzer.analyze(text, with: &analysis) },
            Measurement("classify a message of 20 words, 100 trees") { _ = classifier.predict([text]) },
        ]
    }

    private static func trainingParts() throws -> [Measurement] {
        let messages = GeneratedMessages(documents: 5_000)
        let parameters = try parameters()
        let encoder = LabelEncoder(fitting: messages.labels)
        var counter = try TermCounter(TfidfParameters())
        let analyzer = try TextAnalyzer.fit(parameters.analyzer, to: messages.texts, lexicons: [:])
        var buffer = AnalysisBuffer()
        for text in messages.texts {
            analyzer.analyze(text, with: &buffer)
            counter.append(buffer.terms)
        }
        let counters = [counter]
        let (_, matrix) = try TfidfVectorizer.fit(counters, parameters.tfidf)
        let trainer = try RandomForestTrainer(
            parameters.forest,
            matrix: LevelMatrix(matrix),
            classes: messages.labels.map { encoder.encode($0) ?? 0 },
            labels: encoder.classes
        )
        return [
            Measurement("weigh 5,000 messages (TF-IDF)") { _ = try? TfidfVectorizer.fit(counters, parameters.tfidf) },
            Measurement("grow a tree on 5,000 messages") { _ = trainer.trees(0..<1) },
        ]
    }

    private static func classifier(of messages: GeneratedMessages) throws -> TextClassifier {
        try TextClassifierTrainer(parameters(), lexicons: [:]).fit(texts: messages.texts, labels: messages.labels)
    }

    private static func parameters() throws -> TextClassifierParameters {
        TextClassifierParameters(
            analyzer: AnalyzerParameters(language: .fixed(.portuguese), normalizer: .none),
            tfidf: try TfidfParameters(),
            forest: RandomForestParameters()
        )
    }
}
