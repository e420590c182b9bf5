import Foundation
import Testing
import TrainingReport

@testable import SageMakerTraining

struct ReportFilesTests {
    private static let content = ReportContent(
        producer: "carteiro",
        source: .validation,
        labels: ["a", "b"],
        parameters: [],
        data: DataFacts(
            training: DocumentFacts(labelCounts: [1, 1], lengths: TextLengths([1, 2]), languages: []),
            validation: nil,
            features: 1,
            withoutTerms: 0,
            notes: []
        ),
        classifications: [],
        trees: [],
        terms: [[], []],
        mistakes: []
    )

    @Test func pageMeasuresAndPlotsAreFiles() throws {
        let folder = try JobFolder()
        try ReportFiles.write(Report(Self.content), to: folder.path + "/output/data")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/output/data").sorted()
        #expect(
            files == [
                "metrics.json", "plots", "plots/calibration.svg", "plots/classes.svg", "plots/confusions.svg",
                "plots/coverage.svg", "plots/documents.svg", "plots/lengths.svg", "plots/trees.svg", "report.html",
            ]
        )
    }

    @Test func folderThatCannotBeMadeIsNamed() throws {
        let folder = try JobFolder()
        try folder.write("a file in the place of the folder", to: "output/data")
        let error = #expect(throws: TrainingError.self) {
            try ReportFiles.write(Report(Self.content), to: folder.path + "/output/data")
        }
        #expect(error?.description.contains("output/data") == true)
    }
}
