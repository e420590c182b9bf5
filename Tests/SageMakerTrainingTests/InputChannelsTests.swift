import FoundationEssentials
import Testing

@testable import SageMakerTraining

struct InputChannelsTests {
    @Test func configurationNamesTheChannels() throws {
        let folder = try JobFolder()
        try folder.write("", to: "input/data/training-manifest")
        try folder.write(
            """
            {"training": {"TrainingInputMode": "File", "S3DistributionType": "FullyReplicated", "RecordWrapperType": "None"},
             "test": {"TrainingInputMode": "FastFile", "ContentType": "text/csv"},
             "extra": {"TrainingInputMode": "Pipe"}, "odd": {"TrainingInputMode": "Stream"}}
            """,
            to: "input/config/inputdataconfig.json"
        )
        let channels = try InputChannels(folder.environment)
        #expect(channels.channels.map(\.name) == ["extra", "odd", "test", "training"])
        #expect(try channels.training().directory == folder.path + "/input/data/training")
        #expect(channels.validation?.name == "test")
        #expect(channels.validation?.contentType == "text/csv")
        #expect(channels.validation?.mode == .fastFile)
        #expect(channels["extra"]?.mode == .pipe)
        #expect(channels["odd"]?.mode == .other("Stream"))
        #expect(try channels.unreadPipes(besides: [channels.training()]).map(\.name) == ["extra"])
    }

    @Test(arguments: [
        (["training", "train"], "training"), (["train", "validation"], "train"), (["emails"], "emails"),
        (["test"], "test"),
    ])
    func trainingChannelIsChosen(names: [String], chosen: String) throws {
        #expect(try channels(names).training().name == chosen)
    }

    @Test(arguments: [
        (["train", "validation", "test"], "validation"), (["train", "test"], "test"), (["train", "other"], nil),
        (["validation"], nil), (["test", "config"], nil), (["test", "model"], nil), (["mails", "config"], nil),
    ])
    func validationChannelIsChosen(names: [String], chosen: String?) {
        #expect(channels(names).validation?.name == chosen)
    }

    @Test(arguments: [
        ([], "no input channel; give the training data as channel \"training\" or \"train\""),
        (
            ["b", "a"],
            "none of the channels a, b is the one to train on; name it \"training\" or \"train\""
        ),
    ])
    func missingTrainingChannelIsReported(names: [String], message: String) {
        let error = #expect(throws: TrainingError.self) { try channels(names).training() }
        #expect(error?.description == message)
    }

    @Test func withoutConfigurationTheUsualNamesAreLookedFor() throws {
        let folder = try JobFolder()
        try folder.write("", to: "input/data/train/a.csv")
        try folder.write("", to: "input/data/validation/a.csv")
        try folder.write("", to: "input/data/other/a.csv")
        try folder.write("{}", to: "input/data/config/substitutions.json")
        #expect(try InputChannels(folder.environment).channels.map(\.name) == ["config", "train", "validation"])
    }

    @Test(arguments: [#"{"training":{}}"#, #"{"training":{},"config":{}}"#])
    func aFolderForConfigurationIsAChannelNamedOrNot(configuration: String) throws {
        let folder = try JobFolder()
        try folder.write(configuration, to: "input/config/inputdataconfig.json")
        try folder.write(#"{"a":"b"}"#, to: "input/data/config/substitutions.json")
        let channels = try InputChannels(folder.environment)
        #expect(channels.channels.map(\.name) == ["config", "training"])
        #expect(try SubstitutionsFile.read(channels, training: channels.training()).count == 1)
    }

    @Test func circleOfLinksEnds() throws {
        let folder = try JobFolder()
        let channel = try folder.channel([("a/b.csv", "x"), ("c.csv", "x")])
        try FileManager.default.createSymbolicLink(
            atPath: channel.directory + "/a/loop",
            withDestinationPath: channel.directory
        )
        #expect(try ChannelFiles(of: channel).data == ["a/b.csv", "c.csv"])
    }

    @Test(arguments: [
        (".hidden", true), ("_SUCCESS", true), ("_metadata", true), ("a.manifest", true), ("a.METADATA", true),
        ("a.csv.crc", true), ("a.csv", false), ("part-00000", false), ("manifest", false),
    ])
    func namesThatAreNoData(name: String, skipped: Bool) {
        #expect(ChannelFiles.isSkipped(name) == skipped)
    }

    private func channels(_ names: [String]) -> InputChannels {
        InputChannels(names.map { InputChannel(name: $0, directory: "/nowhere/\($0)") })
    }
}
