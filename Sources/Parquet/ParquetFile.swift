/// A Parquet file with flat columns: texts, numbers and booleans, read as texts.
///
/// Read are snappy, gzip and no compression, plain and dictionary encoding, and pages of both versions.
///
/// Source: Apache Parquet, `README.md`: the file begins and ends with "PAR1", before which stands the length of the
/// footer.
public struct ParquetFile: Sendable {
    /// The first and last four bytes.
    public static let magic = Array("PAR1".utf8)
    /// The most rows of a row group.
    static let mostRows = 100_000_000

    private let bytes: [UInt8]
    private let metadata: ParquetMetadata

    /// Reads the footer of a file.
    ///
    /// - Throws: `ParquetError` when the file is damaged or has nested columns.
    public init(_ bytes: [UInt8]) throws(ParquetError) {
        let frame = 2 * Self.magic.count + 4
        guard bytes.count >= frame, bytes.starts(with: Self.magic), bytes.suffix(4).elementsEqual(Self.magic) else {
            throw ParquetError(.malformed("the file does not end as Parquet does"))
        }
        var tail = ByteCursor(bytes.suffix(8))
        let length = try tail.length()
        guard length <= bytes.count - frame else {
            throw ParquetError(.malformed("the footer is longer than the file"))
        }
        let metadata = try ParquetMetadata(bytes.dropLast(8).suffix(length))
        self.bytes = bytes
        self.metadata = metadata
    }

    /// The names of the columns.
    public var columns: [String] { metadata.columns.map(\.name) }

    /// The number of parts that can be read one after the other.
    public var rowGroups: Int { metadata.rowGroups.count }

    /// The values of a column in one row group; `nil` for no value.
    ///
    /// - Precondition: the column and the group are there.
    /// - Throws: `ParquetError` when the pages are damaged or in a form that is not read.
    public func texts(column: Int, rowGroup: Int) throws(ParquetError) -> [String?] {
        let group = metadata.rowGroups[rowGroup]
        do throws(ParquetError) {
            guard group.rows == group.chunks[column].values, (0...Self.mostRows).contains(group.rows) else {
                throw ParquetError(.malformed("\(group.chunks[column].values) values for \(group.rows) rows"))
            }
            var reader = try ColumnReader(metadata.columns[column], group.chunks[column], in: bytes)
            return try reader.texts()
        } catch {
            throw ParquetError(error.kind, column: metadata.columns[column].name)
        }
    }
}
