import Dataset
import FeatureExtraction
import FoundationEssentials
import ModelArtifact
import RandomForest
import Testing
import TextAnalysis
import TextClassification

@testable import SageMakerTraining

/// Trees are added to the model of the channel `model`.
struct ContinuedJobTests {
    /// A job with the model of another one in its channel `model`.
    private func job(
        _ hyperparameters: [String: String] = ["n_estimators": "40"],
        after earlier: [String: String] = ["n_estimators": "15"]
    ) throws -> SmallJob {
        let first = try SmallJob(hyperparameters: earlier)
        _ = try first.run()
        let job = try SmallJob(hyperparameters: hyperparameters, validation: true)
        try job.folder.write(bytes: first.model().encoded(), to: "input/data/model/carteiro.model")
        return job
    }

    private func refusal(_ job: SmallJob) -> String {
        let error = #expect(throws: TrainingError.self) { try job.run() }
        #expect(error?.fault == .user)
        #expect(ModelFiles(folder: job.modelFolder).paths.isEmpty)
        return error?.description ?? ""
    }

    @Test func sameDocumentsGiveTheForestOfOneTraining() throws {
        let continued = try job()
        #expect(try continued.run() == .complete)
        #expect(continued.lines.contains("trees are added to a model of 15 trees"))
        #expect(!continued.lines.contains("warning"))
        let whole = try SmallJob(hyperparameters: ["n_estimators": "40"])
        _ = try whole.run()
        #expect(try continued.model().encodedBase() == whole.model().encodedBase())
    }

    @Test func newDocumentsAddTreesBehindTheOldOnes() throws {
        let job = try job()
        try job.write(documents: 200..<290, to: "training", labels: ["cupom", "entrega"])
        #expect(try job.run() == .complete)
        let model = try job.model()
        #expect(model.trees == 40 && model.classifier.labels == ["cupom", "entrega", "troca"])
        #expect(model.metadata.documents == 90)
        let earlier = try Model.open(path: job.folder.path + "/input/data/model/carteiro.model")
        let starts = Array(earlier.classifier.forest.treeStarts)
        #expect(Array(model.classifier.forest.treeStarts.prefix(16)) == starts)
        #expect(model.classifier.vectorizer == earlier.classifier.vectorizer)
    }

    @Test(arguments: ["15", "14", "1"])
    func numberOfTreesMustGrow(trees: String) throws {
        let message = refusal(try job(["n_estimators": trees]))
        #expect(message.contains("n_estimators is \(trees)") && message.contains("above 15"))
    }

    @Test func newLabelIsNamed() throws {
        let job = try job()
        try job.write(documents: 0..<60, to: "training", labels: ["troca", "entrega", "reembolso"])
        #expect(refusal(job).contains("does not know the label \"reembolso\""))
    }

    @Test func conflictsAreWarnedAboutAndTheModelHolds() throws {
        let job = try job(
            [
                "n_estimators": "40", "normalizer": "none", "tfidf_ngram_range": "1,2", "tfidf_min_df": "2",
                "language": "pt", "clean_html": "true", "random_state": "0",
            ],
            after: ["n_estimators": "15", "language": "auto", "top_k": "3"]
        )
        #expect(try job.run() == .complete)
        let warnings = job.lines.all.filter { $0.hasPrefix("warning: hyperparameter") }
        #expect(warnings.count == 3, "\(warnings)")
        for name in ["normalizer", "tfidf_ngram_range", "tfidf_min_df"] {
            #expect(warnings.contains { $0.contains("hyperparameter \(name) ") })
        }
        let model = try job.model()
        #expect(model.classifier.analyzerState.parameters.normalizer == .stem)
        #expect(model.metadata.topK == 3)
    }

    @Test func stopKeepsTheEarlierTrees() throws {
        let job = try job(["n_estimators": "115"])
        let stop = TrainingStop()
        let outcome = try job.run(
            stop: stop,
            onMetric: { if $0.hasPrefix("validation:accuracy") { _ = stop.request() } }
        )
        guard case .stopped(let trees, 115) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect((25...27).contains(trees))
        #expect(try job.model().trees == trees && job.model().metadata.treesAskedFor == 115)
    }

    @Test(arguments: [1, 2, 3])
    func machinesShareTheNewTrees(machines: Int) throws {
        let hosts = (1...machines).map { "algo-\($0)" }
        let merged = try JobFolder()
        for host in hosts {
            let job = try job()
            try job.machine(host, of: hosts)
            #expect(try job.run() == .complete)
            for path in ModelFiles(folder: job.modelFolder).paths {
                let name = path.split(separator: "/").last.map(String.init) ?? ""
                try merged.write(bytes: Array(Data(contentsOf: URL(filePath: path))), to: name)
            }
        }
        let whole = try SmallJob(hyperparameters: ["n_estimators": "40"])
        _ = try whole.run()
        #expect(try Model.open(folder: merged.path).encodedBase() == whole.model().encodedBase())
    }

    @Test(
        arguments: [
            ("a.txt", [0x61], "there is no model.tar.gz"),
            ("carteiro.model", [0x61], "not a Carteiro model"),
            ("model.tar.gz", [0x1F, 0x8B, 0x08, 0x00], "too early"),
            ("model.tar.gz", Array(repeating: 0x41, count: 600), "no header of an entry"),
            ("model.tar", Array(repeating: 0, count: 1024), "holds no carteiro.model"),
        ] as [(String, [UInt8], String)]
    )
    func channelWithoutAModelIsReported(name: String, bytes: [UInt8], message: String) throws {
        let job = try SmallJob()
        try job.folder.write(bytes: bytes, to: "input/data/model/" + name)
        #expect(refusal(job).contains(message))
    }

    @Test func modelInPipeModeIsRefused() throws {
        let job = try SmallJob()
        try job.folder.write(
            #"{"training": {}, "model": {"TrainingInputMode": "Pipe"}}"#,
            to: "input/config/inputdataconfig.json"
        )
        #expect(refusal(job).contains("File mode"))
    }

    @Test func modelChannelIsNotTheTrainingChannel() throws {
        let channels = InputChannels(
            ["emails", "model", "config"].map { InputChannel(name: $0, directory: "/n/\($0)") }
        )
        #expect(try channels.training().name == "emails")
    }
}

extension Model {
    /// The bytes without calibration and profile, which rest on the trees of one machine and one training.
    fileprivate func encodedBase() throws -> [UInt8] {
        var model = self
        model.profile = nil
        model.classifier = try classifier.with(nil)
        return model.encoded()
    }
}
