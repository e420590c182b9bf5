import Testing

@testable import SageMakerTraining

struct RecordFormatTests {
    static let cases: [(start: String, name: String, type: String?, format: RecordFormat)] = [
        ("text,label", "a.csv", nil, .csv),
        ("text,label", "a", nil, .csv),
        ("text,label", "a.txt", "application/jsonlines; charset=utf-8", .jsonLines),
        ("{\"text\"", "a.jsonl", nil, .jsonLines),
        ("{\"text\"", "part-0", nil, .jsonLines),
        ("{\"text\"", "a.csv", nil, .jsonLines),
        ("{tag},x", "a.csv", nil, .csv),
        ("\u{FEFF} \n{", "a", nil, .jsonLines),
        ("[{", "a", nil, .jsonArray),
        (" [\n {", "a.csv", nil, .jsonArray),
        ("[]", "a.json", nil, .jsonArray),
        ("[]", "a.JSON.GZ", nil, .jsonArray),
        ("[tag],x", "a.csv", nil, .csv),
        ("[tag],x", "part-0", "text/csv", .csv),
        ("[\"a\"]", "part-0", "application/json", .jsonArray),
        ("\u{FEFF}__label__a um", "a.txt", nil, .blazingText),
        ("__label__a um", "a", "text/plain", .blazingText),
        ("__other", "a", nil, .csv),
        ("PAR1\u{15}", "a.csv", "text/csv", .parquet),
    ]

    @Test(arguments: cases)
    func formatIsRecognised(
        row: (start: String, name: String, type: String?, format: RecordFormat)
    ) throws {
        #expect(try RecordFormat(start: Array(row.start.utf8), fileName: row.name, contentType: row.type) == row.format)
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 3, 4], "a ZIP archive or an Excel workbook"),
            ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
            ([0x42, 0x5A, 0x68], "bzip2"), ([0xFF, 0xFE, 0], "UTF-16"), ([0xFE, 0xFF, 0], "UTF-16"),
        ] as [([UInt8], String)]
    )
    func otherFormatsAreNamed(start: [UInt8], name: String) {
        let error = #expect(throws: TrainingError.self) {
            try RecordFormat(start: start, fileName: "a.csv", contentType: nil)
        }
        #expect(error?.kind == .unsupportedFormat(name))
    }

    @Test func recordIOIsRecognised() throws {
        let start: [UInt8] = [0x0A, 0x23, 0xD7, 0xCE]
        #expect(try RecordFormat(start: start, fileName: "a.csv", contentType: "text/csv") == .recordIO)
    }
}
