import Foundation
import Synchronization
import TestSupport
import Testing

/// SIGKILL at random moments leaves no artifact or a good one, and a checkpoint that the next job can use.
struct KilledJobTests {
    private static let kills = 50
    private static let sideBySide = 2

    /// A job so small that a hundred of them take little time.
    private func job(checkpoints: Bool) throws -> SmallJob {
        let words = ["troca", "entrega", "cupom", "senha"]
        let rows = (0..<60).map {
            "o \(words[$0 % 4]) da compra \($0 % 7 == 0 ? "" : words[$0 % 3]),\(words[$0 % 4])\n"
        }
        let job = try SmallJob(hyperparameters: ["n_jobs": "1"], csv: Array(("text,label\n" + rows.joined()).utf8))
        if checkpoints { try job.keepCheckpoints() }
        return job
    }

    /// The shortest of some runs: other tests may run beside them.
    private func seconds() throws -> Double {
        try (0..<3).map { _ in
            let start = Date()
            let outcome = try job(checkpoints: true).folder.train()
            #expect(outcome.status == 0)
            return Date().timeIntervalSince(start)
        }.min() ?? 0
    }

    @Test func fiftyKillsLeaveNoHalfArtifact() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let reference = try job(checkpoints: true)
        #expect(try reference.folder.train().status == 0)
        let seconds = try seconds()
        let model = try #require(reference.folder.model)
        let outcomes = Outcomes()
        DispatchQueue.concurrentPerform(iterations: Self.sideBySide) { worker in
            for number in stride(from: worker, to: Self.kills, by: Self.sideBySide) {
                outcomes.add { try killed(number, seed: seed, seconds: seconds, model: model) }
            }
        }
        let faults = outcomes.faults
        #expect(faults.isEmpty, "seed \(seed): \(faults)")
        print("killed \(Self.kills) jobs of \(seconds) s, seed \(seed): \(outcomes.counts)")
    }

    /// Kills a job and lets another one finish its work; returns what the first one left.
    private func killed(_ number: Int, seed: UInt64, seconds: Double, model: [UInt8]) throws -> String {
        let job = try job(checkpoints: number % 2 == 0)
        let share = Double(SplitMix.number(seed: seed, index: UInt64(number)) >> 11) * 0x1p-53
        let process = try TrainingProcess(job.folder)
        usleep(UInt32(share * 1.1 * seconds * 1_000_000))
        process.send(SIGKILL)
        _ = process.end()
        let left = job.folder.model
        guard left == nil || left == model, job.artifacts.allSatisfy({ $0 == "carteiro.model" }) else {
            return "fault: \(job.artifacts) after \(share) of the job"
        }
        let isResumed = !job.checkpoints.isEmpty
        let outcome = try job.folder.train()
        guard outcome.status == 0, job.folder.model == model else { return "fault: not resumed: \(outcome.log)" }
        guard outcome.log.contains("come from the checkpoint") == isResumed else { return "fault: \(outcome.log)" }
        return left == nil ? isResumed ? "with a checkpoint" : "without an artifact" : "with the artifact"
    }
}

/// What became of the jobs, from several threads.
private final class Outcomes: Sendable {
    private let all = Mutex<[String]>([])

    func add(_ work: () throws -> String) {
        let text: String
        do {
            text = try work()
        } catch {
            text = "fault: \(error)"
        }
        all.withLock { $0.append(text) }
    }

    var faults: [String] { all.withLock { $0.filter { $0.hasPrefix("fault") } } }

    var counts: [String: Int] { all.withLock { Dictionary($0.map { ($0, 1) }, uniquingKeysWith: +) } }
}

/// Numbers that depend on a seed and an index.
private enum SplitMix {
    static func number(seed: UInt64, index: UInt64) -> UInt64 {
        var z = seed &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
