import DriftDetection
import JSON
import Testing

@testable import ModelArtifact

struct TrainingProfileTests {
    private var profile: TrainingProfile {
        var profile = TrainingProfile(classes: 3, documents: 12, source: .outOfBag)
        for (label, score) in [(0, 0.3), (2, 0.9), (2, 1)] { profile.addPrediction(label: label, score: score) }
        profile.lengths.add(3)
        profile.unknownShares.add(0.25)
        profile.topTerms = [.init("pedido \"x\"", documents: 7)]
        return profile
    }

    @Test func profileTravelsInTheModelFile() throws {
        let folder = try TemporaryFolder()
        var model = try SampleModel.train()
        let before = model.encoded()
        model.profile = profile
        let opened = try folder.open(model.encoded())
        #expect(opened.profile == profile)
        #expect(opened.encoded() == model.encoded())
        #expect(try folder.open(before).profile == nil)
    }

    @Test(arguments: [
        "{}", "[]", #"{"documents":-1}"#, #"REPLACE"documents":12->"documents":"12""#,
        #"REPLACE"source":"out_of_bag"->"source":"guess""#, #"REPLACE"labels":[1,0,2]->"labels":[1,0]"#,
        #"REPLACE"labels":[1,0,2]->"labels":[1,0,-2]"#, #"REPLACE"labels":[1,0,2]->"labels":[1,0,1e17]"#,
        #"REPLACE"edges":[0.105->"edges":[7.105"#, #"REPLACE[["pedido \"x\"",7]]->[["pedido"]]"#,
    ])
    func malformedProfileIsRefusedInOneLine(change: String) throws {
        let folder = try TemporaryFolder()
        var model = try SampleModel.train()
        model.profile = profile
        var parts = ArtifactParts(model.encoded())
        if change.hasPrefix("REPLACE") {
            let pair = change.dropFirst(7).split(separator: "->")
            let before = parts[.profile]
            parts.replace(String(pair[0]), by: String(pair[1]), in: .profile)
            #expect(parts[.profile] != before)
        } else {
            parts[.profile] = Array(change.utf8)
        }
        #expect(
            try folder.refusal(of: parts.encoded())
                == "the part profile is malformed: the description of the training documents is incomplete; "
                + "train the model again"
        )
    }
}
