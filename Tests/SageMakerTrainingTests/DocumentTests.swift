import FoundationEssentials
import Testing

@testable import SageMakerTraining

/// The documents against the program.
struct DocumentTests {
    /// A document of the repository, found from this file's place.
    private static func document(_ name: String) throws -> String {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    @Test func theREADMEHoldsTheTableOfHyperparameters() throws {
        let table = Hyperparameter.markdownTable
        #expect(try Self.document("README.md").contains("\n\(table)\n"), "put this table into README.md:\n\(table)")
    }

    @Test func theMetricsAreDocumented() throws {
        let table = Metric.markdownTable
        let document = try Self.document("docs/training.md")
        #expect(document.contains("\n\(table)\n"), "put this table into docs/training.md:\n\(table)")
    }

    @Test func theREADMENamesTheFilesOfAJob() throws {
        let readme = try Self.document("README.md")
        for file in ["hyperparameters.json", "inputdataconfig.json", "output/failure", "model/carteiro.model"] {
            #expect(readme.contains(file), "README.md does not name \(file)")
        }
    }
}
