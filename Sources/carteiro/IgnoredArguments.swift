import ArgumentParser
import Logging

/// Words of the command line that have no meaning here; SageMaker may pass some (`ContainerArguments`).
struct IgnoredArguments: ParsableArguments {
    @Argument(parsing: .allUnrecognized, help: .hidden)
    var words: [String] = []

    /// Names the options, since one may be misspelt; other words stay out of the log, as they may be secret.
    func warn(_ logger: Logger) {
        let names = words.filter { $0.hasPrefix("-") }.map { $0.prefix { $0 != "=" } }
        guard !words.isEmpty else { return }
        let named = names.isEmpty ? "" : ": " + names.joined(separator: ", ")
        logger.warning("further words on the command line are passed over\(named)")
    }
}
