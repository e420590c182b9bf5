/// One channel of a job's input, as `inputdataconfig.json` describes it.
public struct InputChannel: Sendable, Equatable {
    /// How the data comes.
    public enum Mode: Sendable, Equatable {
        case file
        case fastFile
        /// A named pipe that can be read once.
        case pipe
        /// A mode that is not known.
        case other(String)
    }

    /// The channel's name.
    public let name: String
    /// The folder with the channel's files; in Pipe mode the beginning of the pipes' paths.
    public let directory: String
    /// How the data comes.
    public let mode: Mode
    /// The content type that the job gives the data, such as `text/csv`.
    public let contentType: String?
    /// Whether each machine gets only some of the channel's objects (`ShardedByS3Key`).
    public let isSharded: Bool

    /// Creates a channel.
    public init(
        name: String,
        directory: String,
        mode: Mode = .file,
        contentType: String? = nil,
        isSharded: Bool = false
    ) {
        self.name = name
        self.directory = directory
        self.mode = mode
        self.contentType = contentType
        self.isSharded = isSharded
    }
}

extension InputChannel.Mode {
    /// Reads SageMaker's word, without regard to case; no word means files.
    init(word: String?) {
        switch word?.lowercased() {
        case nil, "file": self = .file
        case "fastfile": self = .fastFile
        case "pipe": self = .pipe
        default: self = .other(word ?? "")
        }
    }
}
