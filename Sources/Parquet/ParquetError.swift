/// What is wrong with a Parquet file.
public struct ParquetError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// The bytes are not what the format asks for.
        case malformed(String)
        /// The file uses a part of the format that is not read.
        case unsupported(String)
    }

    /// What is wrong.
    public var kind: Kind
    /// The column's name, where the fault is in one.
    public var column: String?

    /// Creates an error of a kind, in a column where there is one.
    public init(_ kind: Kind, column: String? = nil) {
        self.kind = kind
        self.column = column
    }

    /// The place, what is wrong and what to do.
    public var description: String {
        let place = column.map { "Parquet column \"\($0)\"" } ?? "Parquet"
        switch kind {
        case .malformed(let reason): return "\(place): \(reason); the file is damaged, write or copy it again"
        case .unsupported(let what):
            return
                "\(place): \(what) is not read; write the file with flat columns, snappy, gzip, zstd or no compression"
        }
    }
}
