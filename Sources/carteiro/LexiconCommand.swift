import ArgumentParser

/// `carteiro lexicon`: compiles the dictionaries when the image or the checkout is built.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Compiles dictionaries for training."
    )

    @Option(help: "The folder with the unpacked dictionaries, pt.dict and so on.")
    var input: String

    @Option(help: "The folder for the compiled files.")
    var output: String
}
