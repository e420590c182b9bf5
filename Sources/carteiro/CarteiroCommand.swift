import ArgumentParser

/// The one executable: SageMaker calls it with `train` or `serve`.
@main
struct CarteiroCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carteiro",
        abstract: "Reads customer e-mail: trains a text classifier and serves it, in SageMaker's way."
    )
}
