import FoundationEssentials
import Testing

@testable import SageMakerTraining

struct READMETests {
    /// The repository's README, found from this file's place.
    private static func readme() throws -> String {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    }

    @Test func readmeHoldsTheTableOfHyperparameters() throws {
        let table = Hyperparameter.markdownTable
        #expect(try Self.readme().contains("\n\(table)\n"), "put this table into README.md:\n\(table)")
    }

    @Test func readmeHoldsTheTableOfMetrics() throws {
        let table = Metric.markdownTable
        #expect(try Self.readme().contains("\n\(table)\n"), "put this table into README.md:\n\(table)")
    }

    @Test func readmeNamesTheFilesOfAJob() throws {
        let readme = try Self.readme()
        for file in ["hyperparameters.json", "inputdataconfig.json", "output/failure", "model/carteiro.model"] {
            #expect(readme.contains(file), "README.md does not name \(file)")
        }
    }
}
