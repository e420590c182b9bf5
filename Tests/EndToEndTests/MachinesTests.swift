import Foundation
import HTTP
import JSON
import TestSupport
import Testing

/// One training on 1, 2 and 3 machines, each a process, whose model folders come into one archive.
@Suite(.serialized)
struct MachinesTests {
    private static let trained = Result { try Dictionary(uniqueKeysWithValues: (1...3).map { ($0, try folder($0)) }) }

    /// Trains on so many machines at once and merges the model folders as SageMaker does.
    private static func folder(_ machines: Int) throws -> TemporaryFolder {
        let jobs = try (1...machines).map { number in
            let job = try SmallJob(hyperparameters: ["calibration": "none"], channels: ["training", "validation"])
            try job.machine(number, of: machines)
            return job
        }
        let processes = try jobs.map { try TrainingProcess($0.folder) }
        let merged = try TemporaryFolder()
        for (job, process) in zip(jobs, processes) {
            #expect(process.end() == 0, "\(process.log)")
            #expect(
                process.output.contains("validation:accuracy=")
                    == (job.folder.folder.path == jobs[0].folder.folder.path)
            )
            for name in job.artifacts {
                #expect(merged.read("model/" + name) == nil, "names must differ")
                try merged.write(job.folder.folder.read("model/" + name) ?? [], to: "model/" + name)
            }
        }
        return merged
    }

    @Test func predictionsDoNotDependOnTheNumberOfMachines() throws {
        let folders = try Self.trained.get()
        let reference = try ServedVotes.of(#require(folders[1]))
        #expect(reference.count > 10_000)
        for machines in 2...3 {
            let folder = try #require(folders[machines])
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/model").sorted()
            #expect(names == (1...machines).map { "forest-algo-\($0).part" })
            #expect(try ServedVotes.of(folder) == reference)
        }
    }

    @Test func analysisOfAModelOpensPartsToo() throws {
        let folders = try Self.trained.get()
        let outputs = try (1...3).map { machines in
            let folder = try #require(folders[machines])
            return try CarteiroExecutable().run(
                ["analyze", "--model", folder.path + "/model"],
                input: "quero trocar\n"
            )
        }
        #expect(outputs.allSatisfy { $0.status == 0 && $0.output == outputs[0].output && !$0.output.isEmpty })
    }

    @Test func severalModelsMayBeOfPartsToo() throws {
        let folder = try #require(try Self.trained.get()[3])
        let empty = try TemporaryFolder()
        let server = try ServingProcess(
            baseDirectory: empty.path,
            arguments: ["--direct"],
            environment: ["SAGEMAKER_MULTI_MODEL": "true"]
        )
        try server.waitForPing()
        let body = Array(#"{"model_name":"a","url":"\#(folder.path)/model"}"#.utf8)
        #expect(try server.send(.post, "/models", body: body).status == .ok)
        let answer = try server.send(.post, "/models/a/invoke", body: Array(#"["Quero trocar o tênis"]"#.utf8))
        #expect(try JSONValue(parsing: answer.body).arrayValue?.count == 1)
        #expect(server.stop() == 0)
    }

    @Test func missingPartKeepsTheServerFromBeingReady() throws {
        let folder = try #require(try Self.trained.get()[2])
        let half = try TemporaryFolder()
        try half.write(folder.read("model/forest-algo-1.part") ?? [], to: "model/forest-algo-1.part")
        let server = try ServingProcess(baseDirectory: half.path, arguments: ["--direct"])
        try server.waitForPing(.serviceUnavailable)
        while server.isRunning && !server.log.contains("is missing") { usleep(1_000) }
        #expect(server.log.contains("part 2 of 2 is missing"), "\(server.log)")
        #expect(server.stop() == 0)
    }
}
