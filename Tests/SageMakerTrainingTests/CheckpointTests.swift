import FoundationEssentials
import ModelArtifact
import Testing

@testable import SageMakerTraining

struct CheckpointTests {
    private static let reference = Result {
        let job = try SmallJob(hyperparameters: ["n_estimators": "40"])
        _ = try job.run()
        return try job.model().encoded()
    }

    /// A job with a folder for checkpoints that was stopped after its first piece.
    private func stoppedJob(_ hyperparameters: [String: String] = ["n_estimators": "40"]) throws -> SmallJob {
        let job = try SmallJob(hyperparameters: hyperparameters, validation: true)
        try job.folder.write("", to: "checkpoints/.keep")
        let stop = TrainingStop()
        _ = try job.run(stop: stop, onMetric: { if $0.hasPrefix("validation:accuracy") { _ = stop.request() } })
        try FileManager.default.removeItem(atPath: job.modelFolder)
        return job
    }

    private let file = "checkpoints/forest-algo-1.checkpoint"

    private func bytes(_ job: SmallJob) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: job.folder.path + "/" + file)))
    }

    @Test func resumedJobWritesTheSameBytes() throws {
        let job = try stoppedJob()
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("of 40 trees come from the checkpoint"))
        #expect(try job.model().encoded() == Self.reference.get())
        // A third run finds all trees.
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("40 of 40 trees come from the checkpoint"))
        #expect(try job.model().encoded() == Self.reference.get())
    }

    @Test func moreTreesMayBeAskedForAfterwards() throws {
        let job = try stoppedJob(["n_estimators": "20"])
        try job.set(["n_estimators": "40"])
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("of 40 trees come from the checkpoint"))
        #expect(try job.model().encoded() == Self.reference.get())
    }

    @Test(arguments: [["random_state": "3"], ["max_depth": "2"], ["tfidf_ngram_range": "1,2"], ["n_estimators": "1"]])
    func checkpointOfAnotherJobIsPassedOver(change: [String: String]) throws {
        let job = try stoppedJob()
        try job.set(["n_estimators": "40"].merging(change) { $1 })
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("warning: the checkpoint") && !job.lines.contains("come from the checkpoint"))
        let fresh = try SmallJob(hyperparameters: ["n_estimators": "40"].merging(change) { $1 })
        _ = try fresh.run()
        #expect(try job.model().encoded() == fresh.model().encoded())
    }

    @Test func checkpointOfOtherDocumentsIsPassedOver() throws {
        let job = try stoppedJob()
        try job.write(documents: 0..<61, to: "training")
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("it is of another training"))
    }

    @Test(arguments: [0, 1, 40, 700, -1])
    func damagedCheckpointIsPassedOver(position: Int) throws {
        let job = try stoppedJob()
        var bytes = try bytes(job)
        let index = position < 0 ? bytes.count - 1 : min(position, bytes.count - 1)
        bytes[index] ^= 0x10
        for damaged in [bytes, Array(bytes[..<index])] {
            try job.folder.write(bytes: damaged, to: file)
            #expect(try job.run() == .complete)
            #expect(job.lines.contains("warning: the checkpoint"))
            #expect(try job.model().encoded() == Self.reference.get())
        }
    }

    @Test func folderInPlaceOfTheFileCostsTheCheckpointAlone() throws {
        let job = try SmallJob(hyperparameters: ["n_estimators": "40"])
        try job.folder.write("", to: file + "/odd")
        #expect(try job.run() == .complete)
        #expect(job.lines.contains("no checkpoint is written"))
        #expect(try job.model().encoded() == Self.reference.get())
    }

    @Test func serviceNamesTheFolder() throws {
        let job = try SmallJob()
        #expect(try job.folder.environment.checkpointFolder() == nil)
        try job.folder.write(
            "{\"LocalPath\": \"\(job.folder.path)/elsewhere\"}",
            to: "input/config/checkpointconfig.json"
        )
        #expect(try job.run() == .complete)
        let names = try FileManager.default.contentsOfDirectory(atPath: job.folder.path + "/elsewhere")
        #expect(names == ["forest-algo-1.checkpoint"])
        try job.folder.write("{}", to: "input/config/checkpointconfig.json")
        #expect(try job.folder.environment.checkpointFolder() == nil)
    }
}
