import ArgumentParser
import FoundationEssentials
import TextAnalysis

/// `carteiro lexicon`: compiles the dictionaries when the image or the checkout is built.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Compiles dictionaries into the files that training opens."
    )

    @Option(help: "The folder with the decompressed dictionaries: pt.smfc, es.smfc, en.smfc.")
    var input: String

    @Option(help: "The folder for the compiled files: pt.lexicon and so on.")
    var output: String

    func run() throws {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        for language in Language.allCases {
            let source = "\(input)/\(language.rawValue).smfc"
            guard let bytes = FileManager.default.contents(atPath: source) else {
                throw ValidationError("cannot read \(source); see container/lexicon.sh")
            }
            let lexicon = try LexiconCompiler.compile(
                dictionary: [UInt8](bytes),
                language: language,
                location: source
            )
            let target = "\(output)/\(language.rawValue).lexicon"
            try Data(lexicon).write(to: URL(filePath: target), options: .atomic)
            print("\(target): \(lexicon.count) bytes")
        }
    }
}
