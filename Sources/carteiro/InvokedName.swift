/// The name that the program was started by.
///
/// SageMaker calls `train` and `serve` on `PATH` where an image's entry point is not used: the image has links of these
/// names to the one executable.
enum InvokedName {
    /// The subcommands that links are named for.
    static let commands = ["train", "serve"]

    /// The arguments after the program's own path, with the subcommand that a link's name stands for put first.
    static func arguments(of commandLine: [String]) -> [String] {
        let arguments = Array(commandLine.dropFirst())
        guard let name = commandLine.first?.split(separator: "/").last, commands.contains(String(name)) else {
            return arguments
        }
        return [String(name)] + arguments
    }
}
