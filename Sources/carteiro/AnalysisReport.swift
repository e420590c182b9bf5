import Dataset
import FeatureExtraction
import JSON
import ModelArtifact
import TextAnalysis
import TextClassification

/// What the analyzer makes of a message, for people or for programs.
struct AnalysisReport {
    private let analyzer: TextAnalyzer
    private let vectorizer: TfidfVectorizer?

    /// Reports with a model's settings and weights.
    init(_ model: Model) throws {
        analyzer = try TextAnalyzer(state: model.classifier.analyzerState)
        vectorizer = model.classifier.vectorizer
    }

    /// Reports without a model: the weight of a term is the number of times it stands in the message.
    init(_ analyzer: TextAnalyzer) {
        self.analyzer = analyzer
        vectorizer = nil
    }

    /// A report for people.
    func text(of message: String) -> String {
        let trace = analyzer.trace(of: message)
        var lines = ["language   \(trace.language.rawValue)"]
        for stage in trace.stages { lines += Self.block(stage.step, stage.text) }
        lines += Self.block(
            "words",
            trace.words.map { "\($0.word) -> \($0.term ?? "(dropped)")" }.joined(separator: "\n")
        )
        lines += Self.block("terms", trace.terms.joined(separator: " "))
        lines += Self.block(
            "weights",
            weights(of: message, trace).map { "\($0.term)  \(Self.rounded($0.weight))" }.joined(separator: "\n")
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// A report for programs, one JSON object.
    func json(of message: String) -> String {
        let trace = analyzer.trace(of: message)
        let weights = weights(of: message, trace)
        let value: JSONValue = [
            "language": .string(trace.language.rawValue),
            "steps": .array(trace.stages.map { ["step": .string($0.step), "text": .string($0.text)] }),
            "words": .array(
                trace.words.map { ["word": .string($0.word), "term": $0.term.map(JSONValue.string) ?? .null] }
            ),
            "terms": .array(trace.terms.map(JSONValue.string)),
            "weights": .array(weights.map { ["term": .string($0.term), "weight": JSONValue($0.weight)] }),
        ]
        return String(decoding: value.serialized(), as: UTF8.self)
    }

    /// The terms with their weights, the heaviest first.
    private func weights(of message: String, _ trace: AnalysisTrace) -> [(term: String, weight: Double)] {
        let found: [(term: String, weight: Double)]
        if let vectorizer {
            var (buffer, features) = (AnalysisBuffer(), TfidfVectorizer.Buffer())
            analyzer.analyze(message, with: &buffer)
            vectorizer.transform(buffer.terms, into: &features)
            found = zip(features.vector.indices, features.vector.values).map {
                (vectorizer.vocabulary.term(at: Int($0)), Double($1))
            }
        } else {
            found = Dictionary(trace.terms.map { ($0, 1.0) }, uniquingKeysWith: +).map { ($0, $1) }
        }
        return found.sorted { $0.weight == $1.weight ? $0.term < $1.term : $0.weight > $1.weight }
    }

    private static func block(_ title: String, _ text: String) -> [String] {
        let padded = title + String(repeating: " ", count: max(1, 11 - title.count))
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            (index == 0 ? padded : String(repeating: " ", count: 11)) + line
        }
    }

    private static func rounded(_ weight: Double) -> String {
        String((weight * 10_000).rounded() / 10_000)
    }
}
