import FoundationEssentials
import ModelArtifact
import RandomForest
import Testing
import TextClassification

@testable import SageMakerTraining

struct StoppedJobTests {
    @Test func stopAmongTheTreesWritesTheFirstOnes() throws {
        let job = try SmallJob(hyperparameters: ["n_estimators": "100", "oob_score": "true"], validation: true)
        let stop = TrainingStop()
        let outcome = try job.run(
            stop: stop,
            onMetric: { if $0.hasPrefix("validation:accuracy") { _ = stop.request() } }
        )
        // A piece of ten trees is measured, then up to two more are in hand.
        guard case .stopped(let trees, 100) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect((10...12).contains(trees))
        #expect(outcome.exitCode == 0 && outcome.line == "stopped after \(trees) of 100 trees; the model has \(trees)")
        let model = try job.model()
        #expect(model.trees == trees && model.metadata.treesAskedFor == 100)
        #expect(!job.lines.contains("oob:") && !job.lines.contains("validation:recall"))
        let whole = try SmallJob(hyperparameters: ["n_estimators": "\(trees)"])
        #expect(try whole.run() == .complete)
        #expect(try whole.model().classifier.forest == model.classifier.forest)
    }

    @Test func stopBeforeTheTreesWritesNothing() throws {
        let job = try SmallJob()
        let stop = TrainingStop()
        let outcome = try job.run(
            stop: stop,
            onMetric: { if $0.hasPrefix("train:vectorize") { #expect(!stop.request()) } }
        )
        #expect(outcome == .stopped(trees: 0, asked: 20))
        #expect(outcome.exitCode == TrainingStop.exitCodeWithoutModel && stop.exitCode == 143)
        #expect(outcome.line == "stopped before the first tree was done; no model is written")
        #expect(ModelFiles(folder: job.modelFolder).paths.isEmpty)
    }

    @Test func stopAfterTheModelLeavesItWholeAndSkipsTheMeasures() throws {
        let job = try SmallJob(validation: true)
        let stop = TrainingStop()
        let outcome = try job.run(
            stop: stop,
            onMetric: { if $0.hasPrefix("train:job_seconds") { #expect(stop.request()) } }
        )
        #expect(outcome == .complete && outcome.exitCode == 0 && stop.exitCode == 0 && outcome.line == nil)
        #expect(try job.model().metadata.treesAskedFor == nil)
        #expect(!job.lines.contains("validation:recall"))
    }

    @Test func waitingIsWorthwhileOnceTreesGrow() {
        let stop = TrainingStop()
        #expect(!stop.isRequested && !stop.request() && stop.isRequested)
        stop.enter(.growing)
        #expect(stop.request() && stop.exitCode == 143)
        stop.enter(.written)
        #expect(stop.request() && stop.exitCode == 0)
    }
}
