import CSV
import Foundation
import TestSupport
import Testing

/// The same documents give the same artifact, whatever their form and the channel's input mode.
struct InputMatrixTests {
    static let documents = Result { try sample(120) }
    static let reference = Result { try model(.csv, mode: "File") }

    @Test(arguments: InputForm.allCases, ["File", "FastFile", "Pipe"])
    func artifactDependsOnTheDocumentsOnly(form: InputForm, mode: String) throws {
        if form == .parquet, mode == "Pipe" { return }
        let reference = try #require(try Self.reference.get())
        #expect(try Self.model(form, mode: mode) == reference)
    }

    @Test func unreadPipesAreDrainedAndOtherFilesLeftAlone() throws {
        let job = try JobFolder(hyperparameters: Self.hyperparameters)
        try Self.write(
            #"{"training":{"TrainingInputMode":"Pipe"},"validation":{"TrainingInputMode":"Pipe"},"#
                + #""extra":{"TrainingInputMode":"Pipe","RecordWrapperType":"None"}}"#,
            to: job
        )
        let csv = try InputForm.csv.files(Self.documents.get()).flatMap(\.bytes)
        let data = job.folder.path + "/input/data/"
        try job.folder.write(Array("{}".utf8), to: "input/data/training-manifest")
        try job.folder.write(Array("{".utf8), to: "input/config/init-config.json")
        let extra = try PipeChannel([UInt8](repeating: 0x20, count: 5 << 20), path: data + "extra_0")
        let training = try PipeChannel(csv, path: data + "training_0")
        let validation = try PipeChannel(csv, path: data + "validation_0")
        let outcome = try job.train()
        #expect(outcome.status == 0, "\(outcome.log)")
        for channel in [extra, training, validation] { #expect(channel.isRead.wait(timeout: .now() + 5) == .success) }
        #expect(outcome.output.contains("validation:documents=120;"))
        #expect(try job.model == Self.reference.get())
    }

    private static let hyperparameters = ["n_estimators": "3", "language": "pt", "normalizer": "stem"]

    private static func model(_ form: InputForm, mode: String) throws -> [UInt8]? {
        let job = try JobFolder(hyperparameters: hyperparameters)
        try write(#"{"training":{"TrainingInputMode":"\#(mode)"}}"#, to: job)
        let files = try form.files(documents.get())
        if mode == "Pipe" {
            _ = try PipeChannel(files.flatMap(\.bytes), path: job.folder.path + "/input/data/training_0")
        } else {
            for file in files { try job.add(file.bytes, to: "training", as: file.name) }
        }
        let outcome = try job.train()
        #expect(outcome.status == 0, "\(form), \(mode): \(outcome.log)")
        return job.model
    }

    private static func write(_ channels: String, to job: JobFolder) throws {
        try job.folder.write(Array(channels.utf8), to: "input/config/inputdataconfig.json")
    }

    /// The first documents of the sample, on one line each.
    private static func sample(_ count: Int) throws -> [InputForm.Document] {
        var reader = CSVReader(bytes: [UInt8](try SampleMessages.csv(channel: "training")))
        _ = try reader.nextRecord()
        var documents: [InputForm.Document] = []
        while documents.count < count, let record = try reader.nextRecord() {
            let words = try record.string(at: 0).split { $0.isWhitespace }
            let label = try record.string(at: 1).split { $0.isWhitespace }
            documents.append(.init(text: words.joined(separator: " "), label: label.joined(separator: "_")))
        }
        return documents
    }
}
