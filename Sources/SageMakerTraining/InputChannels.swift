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
    /// A folder `config` is a channel even where the file does not name it, so that on a machine of one's own a file put
    /// there is not passed over; the service makes folders of the channels that it names only.
    ///
    /// - Throws: `TrainingError` when the file cannot be read or is not a JSON object.
    public init(_ environment: TrainingEnvironment) throws(TrainingError) {
        guard let file = try ConfigurationFile.read(environment.inputDataConfigurationFile) else {
            self.init(Self.folders(Self.usualNames, in: environment.dataDirectory))
            return
        }
        let named = file.members.map { Self.channel($0.key, $0.value, in: environment.dataDirectory) }
        let isNamed = named.contains { $0.name == SubstitutionsFile.channel }
        self.init(named + (isNamed ? [] : Self.folders([SubstitutionsFile.channel], in: environment.dataDirectory)))
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
        guard let channel = first(of: Self.validationNames), let training = try? training() else { return nil }
        return channel.name == training.name ? nil : channel
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

    private static var usualNames: [String] {
        trainingNames + validationNames + [ModelChannel.name, SubstitutionsFile.channel]
    }

    /// The channels of some names whose folders are there.
    private static func folders(_ names: [String], in directory: String) -> [InputChannel] {
        names
            .map { InputChannel(name: $0, directory: directory + "/" + $0) }
            .filter { FileManager.default.fileExists(atPath: $0.directory) }
    }
}
