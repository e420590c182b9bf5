import Foundation
import TestSupport
import Testing

/// The executable called by the names of the image's links.
struct InvokedNameTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
    }

    @Test(arguments: ["train", "serve"])
    func linkRunsTheCommandOfItsName(name: String) throws {
        let outcome = try link(name).run(["--help"])
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(outcome.output.contains("USAGE: carteiro \(name)"), "\(outcome.output)")
    }

    @Test(arguments: [[], ["train"], ["--epochs", "3"]])
    func linkTrainsWhateverArgumentsFollow(arguments: [String]) throws {
        let job = try JobFolder(hyperparameters: ["n_estimators": "2", "normalizer": "none"])
        let csv = "text,label\nquero trocar,a\nonde esta,b\nquero trocar um,a\nonde esta isso,b\n"
        try job.add(Data(csv.utf8), to: "training", as: "messages.csv")
        let outcome = try link("train").run(arguments, environment: ["SAGEMAKER_BASE_DIR": job.folder.path])
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(job.modelFiles == ["carteiro.model"])
        let isWarned = outcome.log.contains("further words on the command line are passed over: --epochs\n")
        #expect(isWarned == arguments.contains("--epochs"), "\(outcome.log)")
    }

    @Test(arguments: ["carteiro", "trainer"])
    func otherNamesTakeTheCommandFromTheArguments(name: String) throws {
        let outcome = try link(name).run(["serve", "--help"])
        #expect(outcome.output.contains("USAGE: carteiro serve"), "\(outcome.output)")
    }

    /// A link to the executable in a folder of the test's own.
    private func link(_ name: String) throws -> CarteiroExecutable {
        let path = "\(scratch.path)/\(name)"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: CarteiroExecutable().path)
        return CarteiroExecutable(path: path)
    }
}
