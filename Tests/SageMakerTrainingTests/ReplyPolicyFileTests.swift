import AutomaticReplies
import Testing

@testable import SageMakerTraining

struct ReplyPolicyFileTests {
    private static let policy = #"{"default":{"template":0},"labels":{"a":{"template":1}}}"#

    @Test func channelConfigComesBeforeTheTrainingChannel() throws {
        let job = try JobFolder()
        let training = try job.channel([
            ("reply_policy.json", #"{"default":{"template":5}}"#), ("a.csv", "text,label\n"),
        ])
        let config = InputChannel(name: "config", directory: job.path + "/input/data/config")
        let both = InputChannels([training, config])
        #expect(try ReplyPolicyFile.read(both, training: training)?.place == "training/reply_policy.json")
        try job.write(Self.policy, to: "input/data/config/reply_policy.json")
        #expect(try ReplyPolicyFile.read(both, training: training)?.place == "config/reply_policy.json")
        #expect(
            try ReplyPolicyFile.read(InputChannels([training]), training: training)?.policy.defaultTemplate
                == .number(5)
        )
    }

    @Test func jobWithoutFileHasNoPolicyAndTheFileIsNoData() throws {
        let job = try JobFolder()
        let training = try job.channel([("a.csv", "text,label\n")])
        #expect(try ReplyPolicyFile.read(InputChannels([training]), training: training) == nil)
        try job.write(Self.policy, to: "input/data/training/reply_policy.json")
        #expect(try ChannelFiles(of: training).data == ["a.csv"])
    }

    @Test(arguments: [
        ("[1]", "config/reply_policy.json: the policy must be an object, found an array"),
        (
            #"{"default":{"template":0},"labels":{"a":{"template":1,"min_confidence":2}}}"#,
            "config/reply_policy.json: /labels/a/min_confidence: 2 is out of range; give a number from 0 to 1, or \"auto\""
        ),
        (
            "{",
            "config/reply_policy.json: JSON line 1, column 2 (byte 1): expected a key in double quotes, "
                + "found the end of the text"
        ),
        (
            String(repeating: " ", count: ReplyPolicyLimits.fileBytes + 1),
            "config/reply_policy.json: the file has more than 1048576 bytes"
        ),
    ])
    func faultsNameFileAndPlaceAndAreTheUsers(text: String, message: String) throws {
        let job = try JobFolder()
        let training = try job.channel([("a.csv", "text,label\n")])
        try job.write(text, to: "input/data/config/reply_policy.json")
        let config = InputChannel(name: "config", directory: job.path + "/input/data/config")
        let error = #expect(throws: TrainingError.self) {
            try ReplyPolicyFile.read(InputChannels([training, config]), training: training)
        }
        #expect(error?.description == message && error?.fault == .user)
    }

    @Test func labelThatNoDocumentHasIsAFault() throws {
        let file = try ReplyPolicyFile(Array(Self.policy.utf8), place: "config/reply_policy.json")
        try file.check(labels: ["a", "b"])
        let error = #expect(throws: TrainingError.self) { try file.check(labels: ["b", "c"]) }
        #expect(
            error?.description
                == #"config/reply_policy.json: /labels/a: the model has no label "a"; did you mean "b"?"#
        )
    }

    @Test func theLogSaysWhichLabelsAreNeverAutomatic() throws {
        let file = try ReplyPolicyFile(Array(Self.policy.utf8), place: "p")
        #expect(
            file.notes(automaticThresholds: [0.5], labels: ["a"]) == ["p: 1 labels, 1 of them answered automatically"]
        )
        let notes = file.notes(automaticThresholds: nil, labels: ["a"])
        #expect(notes.count == 2 && notes[1].hasPrefix("p: min_confidence is auto for \"a\", but the model has no"))
    }
}
