import TestSupport
import Testing

/// A job that cannot succeed, and how it must end.
struct FaultyJob: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var hyperparameters: [String: String] = [:]
    /// The files below the job's folder, besides the usual configuration.
    var files: [String: [UInt8]] = [:]
    /// Who has to act, as the first words of `output/failure`.
    var fault = "User error"
    var status: Int32 = 1
    /// What the first line of `output/failure` must say.
    var expected: [String]

    /// A job whose channel `training` holds text files.
    init(
        _ name: String,
        with hyperparameters: [String: String] = [:],
        _ files: [String: String],
        says expected: [String]
    ) {
        self.init(name, with: hyperparameters, bytes: files.mapValues { Array($0.utf8) }, says: expected)
    }

    /// A job whose channel `training` holds files.
    init(
        _ name: String,
        with hyperparameters: [String: String] = [:],
        bytes files: [String: [UInt8]],
        says expected: [String]
    ) {
        testDescription = name
        self.hyperparameters = hyperparameters
        for (file, bytes) in files { self.files["input/data/training/" + file] = bytes }
        self.expected = expected
    }

    /// A job with good data and a file of the service that is not as it should be.
    init(_ name: String, file: String, _ text: String, fault: String, status: Int32, says expected: [String]) {
        testDescription = name
        files = ["input/data/training/a.csv": Array(Self.good.utf8), file: Array(text.utf8)]
        self.fault = fault
        self.status = status
        self.expected = expected
    }

    /// A job of one machine among several, or with a model to add trees to; `files` stand below the job's folder, beside
    /// good data.
    init(
        _ name: String,
        with hyperparameters: [String: String] = [:],
        job files: [String: [UInt8]],
        fault: String = "User error",
        status: Int32 = 1,
        says expected: [String]
    ) {
        testDescription = name
        self.hyperparameters = hyperparameters
        self.files = ["input/data/training/a.csv": Array(Self.good.utf8)].merging(files) { $1 }
        self.fault = fault
        self.status = status
        self.expected = expected
    }

    /// A file that a job can be trained on.
    static let good = "text,label\num dois,a\ntres quatro,b\n"

    /// Writes the job's folders.
    func folder() throws -> JobFolder {
        let job = try JobFolder(hyperparameters: hyperparameters)
        for (name, bytes) in files { try job.folder.write(bytes, to: name) }
        return job
    }
}
