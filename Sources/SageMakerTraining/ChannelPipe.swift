internal import Glibc

/// The named pipe of a channel in Pipe mode.
///
/// The service makes one for each pass over the data, `<channel>_0` first, and writes all files of the channel into it
/// byte for byte with nothing between them. It may not be there yet when the job begins.
///
/// Source: AWS, "How Amazon SageMaker AI provides training information".
struct ChannelPipe: Sendable {
    /// How long the service may take to make the pipe.
    static let longestWaitSeconds = 600.0
    /// The time between two looks; AWS's example has the same.
    private static let pauseMicroseconds: UInt32 = 100_000

    /// The path of the pipe.
    let path: String
    /// The pipe's name, for messages.
    let name: String

    /// The pipe of the first pass, the only one that a training needs.
    init(_ channel: InputChannel) {
        path = channel.directory + "_0"
        name = channel.name + "_0"
    }

    /// Waits until the pipe is there.
    ///
    /// - Throws: `TrainingError` when it takes too long.
    func waitUntilThere(atMost seconds: Double = longestWaitSeconds) throws(TrainingError) {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        while unsafe access(path, F_OK) != 0 {
            guard clock.now < end else {
                throw TrainingError(
                    .system(action: "open the pipe \(name)", reason: "it is not there after \(Int(seconds)) s")
                )
            }
            usleep(Self.pauseMicroseconds)
        }
    }

    /// Reads the pipe to its end and drops what comes: a pipe that nobody reads ends the job.
    func drain() throws(TrainingError) {
        try waitUntilThere()
        guard let reader = try FileReader(path) else { return }
        while try !reader.next().isEmpty {}
    }
}
