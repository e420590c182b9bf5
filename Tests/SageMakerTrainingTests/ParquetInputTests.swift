import Dataset
import FoundationEssentials
import Testing

@testable import SageMakerTraining

struct ParquetInputTests {
    @Test func columnsAreChosenByName() throws {
        let columns = DocumentColumns(label: "problem", filter: DocumentFilter("urgent == true"))
        let documents = try read(columns, "snappy-dictionary-v2")
        #expect(documents.count == 12)
        #expect(documents.texts[2] == "mensagem n\u{E3}o 1\nlinha 6")
        #expect(Set(documents.labels) == ["Pagamento"])
    }

    @Test func emptyValuesAreEmptyTextsAndNoLabels() throws {
        #expect(try read(DocumentColumns(label: "problem"), "none-plain-v1").texts[3].isEmpty)
        let error = #expect(throws: TrainingError.self) {
            try read(DocumentColumns(label: "score"), "none-plain-v1")
        }
        #expect(error?.description.hasPrefix("training/a.parquet: Parquet row 2: the label (column \"score\")") == true)
    }

    @Test func missingColumnNamesThoseThatAreThere() {
        let error = #expect(throws: TrainingError.self) { try read(DocumentColumns(), "none-plain-v1") }
        #expect(
            error?.description == "training/a.parquet: no column \"label\"; the columns are: id, message, problem, "
                + "count, score, share, urgent; set the hyperparameter label_column"
        )
    }

    @Test func pipeOfFilesIsRefused() throws {
        let decoder = RecordFormat.parquet.decoder(DocumentColumns(), isConcatenated: true)
        var documents = DocumentCollector()
        let error = #expect(throws: TrainingError.self) {
            var decoder = decoder
            try decoder.feed(Array("PAR1".utf8), into: &documents)
        }
        #expect(
            error?.description == "Parquet files that are joined cannot be told apart; "
                + "use File or FastFile mode, or RecordWrapperType RecordIO"
        )
    }

    private func read(_ columns: DocumentColumns, _ name: String) throws -> LabeledDocuments {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folder = try JobFolder()
        let channel = try folder.channel([])
        let bytes = Array(try Data(contentsOf: tests.appending(path: "Fixtures/parquet/\(name).parquet")))
        try folder.write(bytes: bytes, to: "input/data/training/a.parquet")
        return try DocumentReader(columns: columns).documents(of: channel)
    }
}
