/// How documents are written in a data file.
enum RecordFormat: Sendable, Equatable {
    case csv
    case jsonLines
    case jsonArray

    /// Decides by the first bytes of a file (after gzip is undone), with its name and the channel's content type for
    /// the cases in doubt: JSON begins like no usual CSV header, but a headerless CSV may begin with a bracket.
    ///
    /// - Throws: `TrainingError` that names the format when it is known, but not read.
    init(start: [UInt8], fileName: String, contentType: String?) throws(TrainingError) {
        if let other = Self.unsupported(start) { throw TrainingError(.unsupportedFormat(other)) }
        let hint = Self.hint(fileName: fileName) ?? Self.hint(contentType: contentType)
        let visible = start.drop { $0 <= 0x20 || Self.byteOrderMark.contains($0) }
        let second = visible.dropFirst().first { $0 > 0x20 }
        switch visible.first {
        case UInt8(ascii: "{") where hint != .csv || second == UInt8(ascii: "\""): self = .jsonLines
        case UInt8(ascii: "[") where hint != .csv && hint != nil || second == UInt8(ascii: "{"): self = .jsonArray
        default: self = hint == .jsonLines ? .jsonLines : .csv
        }
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
            ("Parquet", Array("PAR1".utf8)),
            ("a ZIP archive or an Excel workbook", Array("PK\u{3}\u{4}".utf8)),
            ("RecordIO", [0x0A, 0x23, 0xD7, 0xCE]),
            ("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
            ("bzip2", Array("BZh".utf8)),
            ("UTF-16", [0xFF, 0xFE]),
            ("UTF-16", [0xFE, 0xFF]),
        ]
        return marks.first { start.starts(with: $0.bytes) }?.name
    }
}
