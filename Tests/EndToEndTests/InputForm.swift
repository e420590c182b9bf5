import CSV
import Foundation
import JSON
import TestSupport

/// A way to write the same documents, as several files of a channel.
enum InputForm: String, CaseIterable, Sendable {
    case csv
    case csvGzip
    case jsonLines
    case jsonArray
    case blazingText
    case recordIOFiles
    case recordIOAttributes
    /// Files are read as a whole, so that this form does not go through a pipe.
    case parquet
    case recordIOParquet

    /// A text and its label, of one line and with a label of one word, so that every form can hold them.
    struct Document: Sendable {
        let text: String
        let label: String
    }

    /// The files' names and bytes, in the order of the names.
    func files(_ documents: [Document]) throws -> [(name: String, bytes: [UInt8])] {
        if self == .parquet { return [("a.parquet", try Self.parquetFixture())] }
        if self == .recordIOParquet { return [("a.rec", record(try Self.parquetFixture()))] }
        let parts = [documents[..<(documents.count / 2)], documents[(documents.count / 2)...]].map { Array($0) }
        return try parts.enumerated().map { index, part in
            ("part-\(index)\(fileExtension)", try bytes(part))
        }
    }

    private var fileExtension: String {
        switch self {
        case .csv: ".csv"
        case .csvGzip: ".csv.gz"
        case .jsonLines: ".jsonl"
        case .jsonArray: ".json"
        case .blazingText: ".txt"
        case .recordIOFiles, .recordIOAttributes, .recordIOParquet: ".rec"
        case .parquet: ".parquet"
        }
    }

    private func bytes(_ documents: [Document]) throws -> [UInt8] {
        switch self {
        case .csv: csv(documents)
        case .csvGzip: try gzip(csv(documents))
        case .jsonLines: Array(documents.map { json($0) + "\n" }.joined().utf8)
        case .jsonArray: Array("[\(documents.map(json).joined(separator: ",\n"))]".utf8)
        case .blazingText: Array(documents.map { "__label__\($0.label) \($0.text)\n" }.joined().utf8)
        case .recordIOFiles: record(csv(documents))
        case .parquet, .recordIOParquet: try Self.parquetFixture()
        case .recordIOAttributes: documents.flatMap { record(Array($0.text.utf8)) + record(Array($0.label.utf8)) }
        }
    }

    /// The same documents as pyarrow wrote them.
    private static func parquetFixture() throws -> [UInt8] {
        [UInt8](
            try Data(contentsOf: SampleMessages.repository.appending(path: "Tests/Fixtures/parquet/messages.parquet"))
        )
    }

    private func csv(_ documents: [Document]) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(record: ["text", "label"])
        for document in documents { writer.write(record: [document.text, document.label]) }
        return writer.bytes
    }

    private func json(_ document: Document) -> String {
        var object = JSONObject()
        object["text"] = .string(document.text)
        object["label"] = .string(document.label)
        return String(decoding: JSONValue.object(object).serialized(), as: UTF8.self)
    }

    /// Packs with the system's program, another one than our own.
    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "file")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", folder.path + "/file"]
        try process.run()
        process.waitUntilExit()
        return folder.read("file.gz") ?? []
    }

    private func record(_ payload: [UInt8]) -> [UInt8] {
        var record: [UInt8] = [0x0A, 0x23, 0xD7, 0xCE]
        record += (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> (8 * $0)) }
        record += payload
        return record + [UInt8](repeating: 0, count: (4 - payload.count % 4) % 4)
    }
}
