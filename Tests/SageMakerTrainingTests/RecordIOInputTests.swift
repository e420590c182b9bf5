import Dataset
import Gzip
import Testing

@testable import SageMakerTraining

struct RecordIOInputTests {
    static let expected = LabeledDocuments(texts: ["um, dois", "tr\u{EA}s"], labels: ["a", "b"])

    @Test func recordsMayBeFiles() throws {
        let gzip = try Deflater.deflate(Array("text,label\ntr\u{EA}s,b\n".utf8))
        let stream = RecordIOSample.stream([Array(#"{"text":"um, dois","label":"a"}"#.utf8), [], gzip])
        #expect(try read(stream) == Self.expected)
    }

    @Test func eachFileHasItsHeader() throws {
        let stream = RecordIOSample.stream(["text,label\n\"um, dois\",a", "label,text\nb,tr\u{EA}s\n"])
        #expect(try read(stream) == Self.expected)
    }

    @Test func contentTypeTellsFilesFromTexts() throws {
        #expect(try read(RecordIOSample.stream(["a,\"um, dois\"", "b,tr\u{EA}s"]), type: "text/csv") == Self.expected)
    }

    @Test func sourceAndLabelComeInTurn() throws {
        #expect(try read(RecordIOSample.stream(["um, dois", "a", "tr\u{EA}s", "b"])) == Self.expected)
    }

    @Test func attributesMayBeNamedAndBeJSON() throws {
        let columns = DocumentColumns(filter: DocumentFilter("lang == pt"), attributes: ["label", "lang", "text"])
        let stream = RecordIOSample.stream([
            "[\"a\", \"c\"]", "pt", "\"um, dois\"", "x", "en", "two", "\"b\"", "pt", "tr\u{EA}s",
        ])
        #expect(try read(stream, columns) == Self.expected)
    }

    @Test(
        arguments: [
            (
                ["um", "a", "dois"], nil,
                "training/a.rec: the records should come in turn as source, label, but the last one stands alone; "
                    + "set the hyperparameter attribute_names to the AttributeNames of the job"
            ),
            (
                ["um", "a"], ["body", "label"],
                "training/a.rec: RecordIO record 1: no column \"text\" or \"message\" or \"source\"; "
                    + "the columns are: body, label; set the hyperparameter text_column"
            ),
            (
                ["text,label\num,a\n", "text,label\nb\n"], nil,
                "training/a.rec: RecordIO record 2: CSV line 2: found 1 field, but the header has 2; "
                    + "quote fields that contain a line end"
            ),
            (
                ["um", "a", "dois", " "], nil,
                "training/a.rec: RecordIO record 4: the label (column \"label\") is empty; "
                    + "give each document a label or take the row out"
            ),
        ] as [([String], [String]?, String)]
    )
    func faultIsReported(records: [String], attributes: [String]?, message: String) {
        let error = #expect(throws: TrainingError.self) {
            try read(RecordIOSample.stream(records), DocumentColumns(attributes: attributes))
        }
        #expect(error?.description == message)
        #expect(error?.fault == .user)
    }

    @Test func damageNamesRecordAndByte() {
        let stream = RecordIOSample.stream(["um", "a"]) + [1, 2, 3, 4]
        let error = #expect(throws: TrainingError.self) { try read(stream) }
        #expect(
            error?.description == "training/a.rec: RecordIO record 3, byte 24: no record begins here; "
                + "write the file again with a RecordIO writer"
        )
    }

    private func read(
        _ stream: [UInt8],
        _ columns: DocumentColumns = DocumentColumns(),
        type: String? = nil
    ) throws -> LabeledDocuments {
        let folder = try JobFolder()
        let channel = try folder.channel([], contentType: type)
        try folder.write(bytes: stream, to: "input/data/training/a.rec")
        return try DocumentReader(columns: columns).documents(of: channel)
    }
}
