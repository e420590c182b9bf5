import TestSupport
import Testing

/// Jobs that choose their documents and labels by hyperparameters.
struct PreparationTests {
    @Test func documentsAreChosenAndHeldOutBySeed() throws {
        let first = try train(["validation_fraction": "0.2"])
        let again = try train(["validation_fraction": "0.2"])
        let other = try train(["validation_fraction": "0.2", "random_state": "7"])
        #expect(first.output.contains("train:documents=32;") && first.output.contains("validation:documents=8;"))
        #expect(first.model != nil && first.model == again.model)
        #expect(first.model != other.model)
    }

    @Test func labelsAreKeptRenamedAndFiltered() throws {
        let kept = try train(["keep_labels": "a,b", "other_label": "Outro", "filter": "problem in [x]"])
        #expect(kept.output.contains("train:documents=20;") && kept.output.contains("train:labels=3;"))
        #expect(kept.log.contains("keep_labels: 10 documents get the label \"Outro\""))
        let distinct = try train(["drop_duplicates": "true"])
        #expect(distinct.output.contains("train:documents=20;"))
        #expect(distinct.log.contains("drop_duplicates: 20 of 40 documents are left out"))
    }

    private func train(_ hyperparameters: [String: String]) throws -> (output: String, log: String, model: [UInt8]?) {
        let defaults = ["n_estimators": "2", "language": "pt", "normalizer": "stem"]
        let job = try JobFolder(hyperparameters: defaults.merging(hyperparameters) { $1 })
        var csv = "text,label,problem\n"
        for index in 0..<40 {
            csv +=
                "palavra\(index % 20) comum\(index % 4),\(["a", "b", "c", "d"][index % 4]),\(index < 20 ? "x" : "y")\n"
        }
        try job.add(Array(csv.utf8), to: "training", as: "a.csv")
        let outcome = try job.train()
        return (outcome.output, outcome.log, job.model)
    }
}
