import ArgumentParser

/// The one executable: SageMaker calls it with `train` or `serve`.
@main
struct CarteiroCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carteiro",
        abstract: "Reads customer e-mail: trains a text classifier and serves it, in SageMaker's way.",
        version: Program.version,
        subcommands: [
            TrainCommand.self, ServeCommand.self, LambdaCommand.self, AnalyzeCommand.self, PolicyCommand.self,
            LexiconCommand.self,
        ]
    )

    static func main() {
        main(InvokedName.arguments(of: CommandLine.arguments))
    }
}

/// What the program says of itself.
enum Program {
    static let version = "0.1.0"
    static let producer = "carteiro \(version)"
}
