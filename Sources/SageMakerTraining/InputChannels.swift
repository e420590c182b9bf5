internal import FoundationEssentials
internal import JSON

/// All channels of a job.
///
/// The names come from `inputdataconfig.json`, never from a look into `input/data`: the service puts manifest files
/// there too.
public struct InputChannels: Sendable, Equatable {
    /// The names that mean training data, the first one that exists counts.
    public static let trainingNames = ["training", "train"]
    /// The names that mean data to measure with, the first one that exists counts.
    public static let validationNames = ["validation", "test"]

    /// The channels, sorted by name.
    public let channels: [InputChannel]

    /// Creates a list of channels.
    public init(_ channels: [InputChannel]) {
        self.channels = channels.sorted { $0.name < $1.name }
    }

    /// Reads the channels of an environment; without `inputdataconfig.json` the usual names are looked for.
    ///
    /// - Throws: `TrainingError` when the file cannot be read or is not a JSON object.
    public init(_ environment: TrainingEnvironment) throws(TrainingError) {
        guard let file = try ConfigurationFile.read(environment.inputDataConfigurationFile) else {
            self.init(Self.usualChannels(in: environment.dataDirectory))
            return
        }
        self.init(file.members.map { Self.channel($0.key, $0.value, in: environment.dataDirectory) })
    }

    /// The channel to train on: `training`, else `train`, else the only one.
    ///
    /// - Throws: `TrainingError` that names the channels when there is none.
    public func training() throws(TrainingError) -> InputChannel {
        if let channel = first(of: Self.trainingNames) { return channel }
        let others = channels.filter { ![SubstitutionsFile.channel, ModelChannel.name].contains($0.name) }
        guard let only = others.first, others.count == 1 else {
            throw TrainingError(.noTrainingChannel(found: channels.map(\.name)))
        }
        return only
    }

    /// The channel `validation`, else `test`; `nil` when there is none beside the training data.
    public var validation: InputChannel? {
        channels.count > 1 ? first(of: Self.validationNames) : nil
    }

    /// The channels that come as pipes, but for those that are read.
    func unreadPipes(besides read: [InputChannel]) -> [InputChannel] {
        channels.filter { channel in channel.mode == .pipe && !read.contains { $0.name == channel.name } }
    }

    /// The channel of a name.
    public subscript(name: String) -> InputChannel? {
        channels.first { $0.name == name }
    }

    private func first(of names: [String]) -> InputChannel? {
        names.lazy.compactMap { self[$0] }.first
    }

    private static func channel(_ name: String, _ value: JSONValue, in directory: String) -> InputChannel {
        // The file has the first name; the API's is the second.
        let distribution = (value["S3DistributionType"] ?? value["S3DataDistributionType"])?.stringValue
        return InputChannel(
            name: name,
            directory: directory + "/" + name,
            mode: InputChannel.Mode(word: value["TrainingInputMode"]?.stringValue),
            contentType: value["ContentType"]?.stringValue,
            isSharded: distribution?.lowercased() == "shardedbys3key"
        )
    }

    private static func usualChannels(in directory: String) -> [InputChannel] {
        (trainingNames + validationNames + [ModelChannel.name])
            .map { InputChannel(name: $0, directory: directory + "/" + $0) }
            .filter { FileManager.default.fileExists(atPath: $0.directory) }
    }
}
