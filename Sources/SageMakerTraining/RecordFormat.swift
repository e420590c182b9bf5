internal import Gzip
internal import Parquet
internal import RecordIO

/// How documents are written in a data file.
enum RecordFormat: Sendable, Equatable {
    case csv
    case jsonLines
    case jsonArray
    case blazingText
    case recordIO
    case parquet

    /// Decides by the first bytes of a file (after gzip is undone), with its name and the channel's content type for
    /// the cases in doubt: JSON begins like no usual CSV header, but a headerless CSV may begin with a bracket.
    ///
    /// - Throws: `TrainingError` that names the format when it is known, but not read.
    init(start: [UInt8], fileName: String, contentType: String?) throws(TrainingError) {
        if RecordIOFormat.matches(start) {
            self = .recordIO
            return
        }
        if start.starts(with: ParquetFile.magic) {
            self = .parquet
            return
        }
        if let other = Self.unsupported(start) { throw TrainingError(.unsupportedFormat(other)) }
        let hint = Self.hint(fileName: fileName) ?? Self.hint(contentType: contentType)
        let visible = start.drop { $0 <= 0x20 || Self.byteOrderMark.contains($0) }
        let second = visible.dropFirst().first { $0 > 0x20 }
        switch visible.first {
        case UInt8(ascii: "_") where visible.starts(with: BlazingTextDocumentDecoder.prefix): self = .blazingText
        case UInt8(ascii: "{") where hint != .csv || second == UInt8(ascii: "\""): self = .jsonLines
        case UInt8(ascii: "[") where hint == .jsonLines || [UInt8(ascii: "{"), UInt8(ascii: "]")].contains(second):
            self = .jsonArray
        default: self = hint == .jsonLines ? .jsonLines : .csv
        }
    }

    /// Whether bytes are a data file and not a text or a label alone: the beginning of JSON or BlazingText, a CSV header,
    /// gzip, or a CSV file because the content type says so.
    static func isDataFile(_ bytes: [UInt8], _ columns: DocumentColumns, contentType: String?) -> Bool {
        let starts = ["{\"", "[{", "__label__"].map { Array($0.utf8) } + [GzipFormat.magic, ParquetFile.magic]
        let visible = bytes.prefix(64).filter { $0 > 0x20 && !byteOrderMark.contains($0) }
        return starts.contains { visible.starts(with: $0) } || hint(contentType: contentType) == .csv
            || CSVDocumentDecoder.dialect(ofHeader: bytes, columns) != nil
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func hint(fileName: String) -> RecordFormat? {
        var name = fileName.lowercased()[...]
        if name.hasSuffix(".gz") { name = name.dropLast(3) }
        switch name.split(separator: ".", omittingEmptySubsequences: false).last {
        case "csv", "tsv": return .csv
        case "jsonl", "jsonlines", "ndjson", "json": return .jsonLines
        default: return nil
        }
    }

    private static func hint(contentType: String?) -> RecordFormat? {
        guard let type = contentType?.lowercased().prefix(while: { $0 != ";" }) else { return nil }
        switch type.filter({ $0 != " " }) {
        case "text/csv": return .csv
        case "application/jsonlines", "application/json", "application/x-ndjson": return .jsonLines
        default: return nil
        }
    }

    private static func unsupported(_ start: [UInt8]) -> String? {
        let marks: [(name: String, bytes: [UInt8])] = [
            ("a ZIP archive or an Excel workbook", Array("PK\u{3}\u{4}".utf8)),
            ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
            ("bzip2", Array("BZh".utf8)),
            ("UTF-16", [0xFF, 0xFE]),
            ("UTF-16", [0xFE, 0xFF]),
        ]
        return marks.first { start.starts(with: $0.bytes) }?.name
    }
}
