import Foundation
import TestSupport
import Testing

/// SIGTERM, as SageMaker sends it for a stop, a time limit and the end of a spot machine.
struct StoppingTests {
    /// The seconds within which a stopped job must end.
    private static let patience = 10.0

    private func stop(_ process: TrainingProcess, by signal: Int32 = SIGTERM) -> (status: Int32, seconds: Double) {
        let start = Date()
        process.send(signal)
        let status = process.end()
        return (status, Date().timeIntervalSince(start))
    }

    @Test func amongTheTreesASmallerForestIsWritten() throws {
        let job = try SmallJob(hyperparameters: ["n_estimators": "3000"])
        try job.keepCheckpoints()
        let process = try TrainingProcess(job.folder)
        #expect(process.wait { !job.checkpoints.isEmpty }, "\(process.log)")
        let (status, seconds) = stop(process)
        #expect(status == 0 && seconds < Self.patience, "\(status) \(seconds) \(process.log)")
        #expect(job.artifacts == ["carteiro.model"] && job.folder.failure == nil)
        let line = try #require(process.log.firstMatch(of: /stopped after ([0-9]+) of 3000 trees; the model has/))
        #expect((300..<3000).contains(Int(line.1) ?? 0))
        let server = try ServingProcess(baseDirectory: job.folder.folder.path, arguments: ["--direct"])
        try server.waitForPing()
        #expect(server.log.contains("it has \(line.1) of 3000 trees"))
        #expect(server.stop() == 0)
    }

    @Test func whileADocumentIsAwaitedNothingIsWritten() throws {
        let job = try SmallJob()
        try job.folder.folder.write(
            Data(#"{"training":{"TrainingInputMode":"Pipe"}}"#.utf8),
            to: "input/config/inputdataconfig.json"
        )
        let pipe = job.folder.folder.path + "/input/data/training_0"
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        let process = try TrainingProcess(job.folder)
        // Opening waits for the reader; nothing ever comes.
        let descriptor = unsafe open(pipe, O_WRONLY)
        defer { close(descriptor) }
        let (status, seconds) = stop(process)
        #expect(status == 143 && seconds < Self.patience, "\(status) \(seconds) \(process.log)")
        #expect(process.log.contains("before the first tree was begun; no model is written"))
        #expect(job.folder.modelFiles.isEmpty && job.folder.failure == nil)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func whileTextsAreAnalyzedNothingIsWritten(signal: Int32) throws {
        let job = try SmallJob(times: 10)
        let process = try TrainingProcess(job.folder)
        #expect(process.wait { process.output.contains("train:read_seconds") }, "\(process.log)")
        let (status, seconds) = stop(process, by: signal)
        #expect(status == 143 && seconds < Self.patience, "\(status) \(seconds) \(process.log)")
        #expect(job.folder.modelFiles.isEmpty && job.folder.failure == nil)
    }
}
