import Foundation
import TestSupport
import Testing

/// A second training that adds trees to the first one's `model.tar.gz`, as SageMaker packs it.
struct IncrementalTrainingTests {
    @Test(arguments: ["ustar", "pax", "gnu"])
    func treesAreAddedToAPackedModel(format: String) throws {
        let first = try SmallJob(hyperparameters: ["n_estimators": "15", "calibration": "none"])
        #expect(try first.folder.train().status == 0)
        let second = try SmallJob(hyperparameters: ["calibration": "none"], channels: ["training", "model"])
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tar.arguments = [
            "tar", "--format", format, "-czf", second.folder.folder.path + "/input/data/model/model.tar.gz",
            "-C", first.folder.folder.path + "/model", ".",
        ]
        try tar.run()
        tar.waitUntilExit()
        #expect(tar.terminationStatus == 0)
        let outcome = try second.folder.train()
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(outcome.log.contains("trees are added to a model of 15 trees"))
        let whole = try SmallJob(hyperparameters: ["calibration": "none"])
        #expect(try whole.folder.train().status == 0)
        // The profile is made of the new trees alone, so the files differ although the forests do not.
        #expect(try ServedVotes.of(second.folder.folder) == ServedVotes.of(whole.folder.folder))
    }
}
