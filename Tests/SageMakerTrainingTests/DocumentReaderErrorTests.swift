import Gzip
import SageMakerTraining
import Testing

struct DocumentReaderErrorTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var files: [(name: String, text: String)]
        var columns = DocumentColumns()
        var message: String

        var testDescription: String { message }
    }

    static let csv: [Fault] = [
        Fault(
            files: [("a.csv", "text,label\nok,x\nhello, world,y\n")],
            message:
                "training/a.csv: CSV line 3: found 3 fields, but the header has 2; quote fields that contain a comma"
        ),
        Fault(
            files: [("a.csv", "text;label\na; b;x\n")],
            message: "training/a.csv: CSV line 2: found 3 fields, but the header has 2; "
                + "quote fields that contain a semicolon"
        ),
        Fault(
            files: [("a.csv", "x,one\ny,two\nz\n")],
            message: "training/a.csv: CSV line 3: found 1 field, but the first record has 2; "
                + "quote fields that contain a line end"
        ),
        Fault(
            files: [("sub/a.csv", "id,text,category\n1,a,b\n")],
            message: "training/sub/a.csv: no column \"label\"; the columns are: id, text, category; "
                + "set the hyperparameter label_column"
        ),
        Fault(
            files: [("a.csv", "id,body,label\n1,a,b\n")],
            message:
                "training/a.csv: no column \"text\" or \"message\" or \"source\"; the columns are: id, body, label; "
                + "set the hyperparameter text_column"
        ),
        Fault(
            files: [("a.csv", "body,category\na,b\n")],
            columns: DocumentColumns(text: "mensagem"),
            message: "training/a.csv: no column \"mensagem\"; the columns are: body, category; "
                + "set the hyperparameter text_column"
        ),
        Fault(
            files: [("a.csv", "text,label\na,x\n\"b\nb\",  \n")],
            message: "training/a.csv: CSV line 3: the label (column \"label\") is empty; "
                + "give each document a label or take the row out"
        ),
        Fault(
            files: [("a.csv", "text,label\n\"a,x\n")],
            message: "training/a.csv: CSV line 2, byte 11: the quote that opens here is never closed; "
                + "close it, or double each quote inside a quoted field"
        ),
    ]

    static let json: [Fault] = [
        Fault(
            files: [("a.jsonl", "{\"text\": \"a\", \"label\": \"x\"}\n{\"text\": \"a\" \"label\": 1}\n")],
            message: "training/a.jsonl: JSON line 2, column 14, byte 41: expected \",\" or \"}\", found a double quote"
        ),
        Fault(
            files: [("a.jsonl", "{\"text\": \"a\", \"tag\": 1}\n")],
            message: "training/a.jsonl: JSON line 1: no column \"label\"; the columns are: text, tag; "
                + "set the hyperparameter label_column"
        ),
        Fault(
            files: [("a.jsonl", "\n{\"text\": [\"a\"], \"label\": 1}")],
            message: "training/a.jsonl: JSON line 2: column \"text\" holds an array; give text, a number or a boolean"
        ),
        Fault(
            files: [("a.jsonl", "{\"text\": \"a\", \"label\": null}")],
            message: "training/a.jsonl: JSON line 1: the label (column \"label\") is empty; "
                + "give each document a label or take the row out"
        ),
        Fault(
            files: [("a.json", "[{\"text\": \"é\", \"label\": 1}, \n {\"text\": \"é\", label: 1}]")],
            message: "training/a.json: JSON line 2, column 16, byte 46: expected a key in double quotes, found \"l\""
        ),
        Fault(
            files: [("a.json", "[\n\"a\"]")],
            message: "training/a.json: JSON line 2: found a string; "
                + "give one object a document, such as {\"text\": \"...\", \"label\": \"...\"}"
        ),
        Fault(
            files: [("a.json", "[{\"text\": \"a\", \"label\": 1},\n")],
            message: "training/a.json: JSON line 2: the array is not closed; copy the file again"
        ),
        Fault(
            files: [("a.json", "[{\"text\": \"a\", \"label\": 1}]\n[]")],
            message: "training/a.json: JSON line 2, byte 28: text after the end of the array"
        ),
        Fault(
            files: [("a.json", "[{\"text\": \"a\", \"label\": 1},]")],
            message: "training/a.json: JSON line 1, byte 27: no value here; take the comma out"
        ),
    ]

    static let otherForms: [Fault] = [
        Fault(
            files: [("a.txt", "__label__a um\n\n dois\n")],
            message: "training/a.txt: line 3: no label; begin each line with __label__NAME"
        ),
        Fault(
            files: [("a.txt", "__label__ um\n")],
            message: "training/a.txt: line 1: the label (column \"__label__\") is empty; "
                + "give each document a label or take the row out"
        ),
        Fault(
            files: [("a.txt", "__label__a um\n")],
            columns: DocumentColumns(filter: DocumentFilter("problem in [x]")),
            message:
                "training/a.txt: no column \"problem\"; the columns are: label, text; set the hyperparameter filter"
        ),
        Fault(
            files: [("a.csv", "text,label\num,a\n")],
            columns: DocumentColumns(filter: DocumentFilter("problem in [x]")),
            message:
                "training/a.csv: no column \"problem\"; the columns are: text, label; set the hyperparameter filter"
        ),
        Fault(
            files: [("a.csv", "text,label\num,a\ndois,b\n")],
            columns: DocumentColumns(filter: DocumentFilter("label in [x]")),
            message: "hyperparameter filter (\"label in [x]\") keeps none of 2 documents; check it against the data"
        ),
    ]

    static let channels: [Fault] = [
        Fault(
            files: [("_SUCCESS", ""), (".a.csv", "x")],
            message: "channel \"training\" holds no data file (passed over: .a.csv, _SUCCESS); check its S3 prefix"
        ),
        Fault(
            files: [("a.csv", "text,label\n"), ("b.csv", "")],
            message: "the files of channel \"training\" hold no document; check its S3 prefix"
        ),
        Fault(
            files: [("a.csv", "text,label\na,x\n"), ("b.csv", "text,label\nb,x\n")],
            message: "all 2 documents have the label \"x\"; give documents of at least two labels"
        ),
        Fault(
            files: [("a.csv", "mensagem,problema\n" + (1...30).map { "texto \($0),troca\n" }.joined())],
            message: "31 documents have 31 different labels; set the hyperparameter label_column, "
                + "and in CSV without a header put the label first"
        ),
        Fault(
            files: [("a.parquet", "PAR1\u{15}")],
            message: "training/a.parquet: Parquet: the file does not end as Parquet does; "
                + "the file is damaged, write or copy it again"
        ),
    ]

    @Test(arguments: csv + json + otherForms + channels)
    func faultIsReported(fault: Fault) throws {
        let folder = try JobFolder()
        let channel = try folder.channel(fault.files)
        let error = #expect(throws: TrainingError.self) {
            try DocumentReader(columns: fault.columns).trainingDocuments(of: channel)
        }
        #expect(error?.description == fault.message)
        #expect(error?.fault == .user)
        #expect(error?.exitCode == 1)
    }

    @Test(
        arguments: [
            (
                "a.csv", Array("text,label\nca".utf8) + [0xE7] + Array(",x\n".utf8),
                "training/a.csv: CSV line 2, byte 13: field 1 is not UTF-8; save the text as UTF-8"
            ),
            (
                "a.jsonl", Array("{\"text\": \"a\", \"label\": 1}\n{\"text\": \"".utf8) + [0xE7] + Array("\"}".utf8),
                "training/a.jsonl: JSON line 2, column 11, byte 36: the bytes are not UTF-8; send the text as UTF-8"
            ),
            (
                "a.csv", [0xFF, 0xFE, 0x74, 0x00],
                "training/a.csv: this is UTF-16, which is not read; give CSV, JSON Lines, a JSON array, BlazingText lines or Parquet"
            ),
            (
                "a.csv.gz", [0x1F, 0x8B, 0x08, 0x00],
                "training/a.csv.gz: gzip, byte 4: the stream ends too early; copy the file again"
            ),
        ] as [(String, [UInt8], String)]
    )
    func wrongBytesAreReported(name: String, bytes: [UInt8], message: String) throws {
        let folder = try JobFolder()
        let channel = try folder.channel([])
        try folder.write(bytes: bytes, to: "input/data/training/" + name)
        let error = #expect(throws: TrainingError.self) {
            try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        }
        #expect(error?.description == message)
    }

    @Test func missingFolderIsAnEmptyChannel() throws {
        let channel = InputChannel(name: "train", directory: "/nowhere/at/all")
        let error = #expect(throws: TrainingError.self) {
            try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        }
        #expect(error?.description == "channel \"train\" holds no data file; check its S3 prefix")
    }

    @Test func unknownModeIsRefused() throws {
        let channel = InputChannel(name: "train", directory: "/nowhere", mode: .other("Stream"))
        let error = #expect(throws: TrainingError.self) {
            try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        }
        #expect(
            error?.description
                == "channel \"train\" comes in Stream mode, which is not known; use File, FastFile or Pipe"
        )
    }
}
