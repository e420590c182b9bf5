import ArgumentParser
import FoundationEssentials
import Logging
import ModelArtifact
import TextAnalysis

/// `carteiro analyze`: shows what the analyzer makes of messages.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Shows what each step of the text analysis leaves of a message, and its terms with their weights.",
        discussion: "Reads one message a line from the standard input."
    )

    /// How the result is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Option(help: "The language of the messages: pt, es, en or auto.")
    var language = "auto"

    @Option(help: "What a word becomes: lemma, stem or none.")
    var normalizer = "lemma"

    @Option(help: "A model folder; its settings and weights are used in place of the options above.")
    var model: String?

    @Option(help: "text or json (one object a line).")
    var format = Format.text

    @Flag(help: "Take the whole input as one message.")
    var whole = false

    @Flag(help: "Read one word a line and print word, tab and lemma.")
    var lemmas = false

    func run() throws {
        let input = StandardInput.readAll()
        if lemmas {
            let analyzer = try untrainedAnalyzer(texts: [])
            for line in input.lines { print("\(line)\t\(analyzer.lemma(of: line))") }
            return
        }
        let messages = whole ? [input.text] : input.lines
        let report =
            try model.map { try AnalysisReport(Model.open(folder: $0)) }
            ?? AnalysisReport(untrainedAnalyzer(texts: messages))
        for message in messages {
            print(format == .json ? report.json(of: message) : report.text(of: message))
        }
    }

    private func untrainedAnalyzer(texts: [String]) throws -> TextAnalyzer {
        let variables = ProcessEnvironment.variables
        let logger = ProgramLog.logger("analyze", variables: variables)
        guard let normalizer = Normalizer(rawValue: normalizer) else {
            throw ValidationError("normalizer is \"\(normalizer)\"; allowed: lemma, stem, none")
        }
        let choice = try languageChoice()
        let analyzer = try TextAnalyzer.fit(
            AnalyzerParameters(language: choice, normalizer: normalizer),
            to: texts,
            lexicons: LexiconFolder(variables: variables).open(logger: logger)
        )
        for warning in analyzer.warnings { logger.warning("\(warning)") }
        return analyzer
    }

    private func languageChoice() throws -> LanguageChoice {
        if language == "auto" { return .auto }
        guard let language = Language(rawValue: language) else {
            throw ValidationError("language is \"\(language)\"; allowed: pt, es, en, auto")
        }
        return .fixed(language)
    }
}
