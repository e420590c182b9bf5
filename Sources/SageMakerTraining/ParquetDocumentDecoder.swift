internal import Parquet

/// Reads documents from a Parquet file.
///
/// Where its columns are stands at the file's end, so its bytes are kept; the values are read one row group at a time.
struct ParquetDocumentDecoder: DocumentDecoder {
    /// The most bytes in one file.
    static let mostFileBytes = 4 << 30

    private let columns: DocumentColumns
    private let isConcatenated: Bool
    private var bytes: [UInt8] = []

    /// Creates a decoder; joined files are refused, since the last footer would be taken for that of all.
    init(_ columns: DocumentColumns, isConcatenated: Bool = false) {
        self.columns = columns
        self.isConcatenated = isConcatenated
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        guard !isConcatenated else {
            throw TrainingError(
                .malformed(
                    "Parquet files that are joined cannot be told apart; "
                        + "use File or FastFile mode, or RecordWrapperType RecordIO"
                )
            )
        }
        guard bytes.count + chunk.count <= Self.mostFileBytes else {
            throw TrainingError(.malformed("a Parquet file of more than \(Self.mostFileBytes) bytes; split it"))
        }
        bytes += chunk
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        do {
            let file = try ParquetFile(bytes)
            bytes = []
            let places = try columns.places(in: file.columns)
            var row = 0
            for group in 0..<file.rowGroups { try read(group, of: file, places, &row, into: &documents) }
        } catch let error as ParquetError {
            throw TrainingError(.malformed(error.description))
        } catch let error as TrainingError {
            throw error
        } catch {
            throw TrainingError(.unexpected("\(error)"))
        }
    }

    private func read(
        _ group: Int,
        of file: ParquetFile,
        _ places: DocumentColumns.Places,
        _ row: inout Int,
        into documents: inout DocumentCollector
    ) throws {
        let texts = try file.texts(column: places.text, rowGroup: group)
        let labels = try file.texts(column: places.label, rowGroup: group)
        let filtered = try places.filter.map { try file.texts(column: $0, rowGroup: group) }
        for index in texts.indices {
            row += 1
            guard columns.admits(filtered.map { $0[index] ?? "" }) else {
                documents.pass()
                continue
            }
            do {
                try documents.add(
                    text: texts[index] ?? "",
                    label: labels[index] ?? "",
                    column: file.columns[places.label]
                )
            } catch {
                throw TrainingError(error.kind, at: "Parquet row \(row)")
            }
        }
    }
}
