/// What the footer of a Parquet file says of its columns.
///
/// Source: Apache Parquet, `parquet.thrift`.
struct ParquetMetadata: Sendable {
    /// The physical types.
    enum PhysicalType: Int, Sendable {
        case boolean = 0
        case int32, int64, int96, float, double, byteArray, fixedLengthByteArray
    }

    /// A leaf of the schema.
    struct Column: Sendable {
        var name = ""
        var type: PhysicalType?
        var isOptional = false
        var isRepeated = false
        var children = 0
    }

    /// Where a column's pages of one row group are.
    struct Chunk: Sendable {
        var codec = 0
        var values = 0
        var compressedBytes = 0
        var dataOffset = 0
        var dictionaryOffset: Int?
    }

    struct RowGroup: Sendable {
        var chunks: [Chunk] = []
        var rows = 0
    }

    private(set) var columns: [Column] = []
    private(set) var rowGroups: [RowGroup] = []

    /// Reads the metadata of a footer.
    init(_ footer: ArraySlice<UInt8>) throws(ParquetError) {
        var elements: [Column] = []
        var groups: [RowGroup] = []
        var reader = ThriftReader(footer)
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (2, .list): try reader.list { reader throws(ParquetError) in elements.append(try Column(&reader)) }
            case (4, .list): try reader.list { reader throws(ParquetError) in groups.append(try RowGroup(&reader)) }
            default: return false
            }
            return true
        }
        // The first element is the root; with nested columns an element has children of its own.
        columns = Array(elements.dropFirst())
        rowGroups = groups
        guard !columns.isEmpty else { throw ParquetError(.malformed("there are no columns")) }
        if let nested = columns.first(where: { $0.children > 0 || $0.isRepeated }) {
            throw ParquetError(.unsupported("a nested column"), column: nested.name)
        }
        guard rowGroups.allSatisfy({ $0.chunks.count == columns.count }) else {
            throw ParquetError(.malformed("a row group lacks columns"))
        }
    }
}

extension ParquetMetadata.Column {
    fileprivate init(_ reader: inout ThriftReader) throws(ParquetError) {
        var column = ParquetMetadata.Column()
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (1, .int32): column.type = ParquetMetadata.PhysicalType(rawValue: try reader.int())
            case (3, .int32):
                let repetition = try reader.int()
                column.isOptional = repetition == 1
                column.isRepeated = repetition == 2
            case (4, .binary): column.name = try reader.string()
            case (5, .int32): column.children = try reader.int()
            default: return false
            }
            return true
        }
        self = column
    }
}

extension ParquetMetadata.RowGroup {
    fileprivate init(_ reader: inout ThriftReader) throws(ParquetError) {
        var group = ParquetMetadata.RowGroup()
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (1, .list):
                try reader.list { reader throws(ParquetError) in
                    group.chunks.append(try ParquetMetadata.Chunk(columnChunk: &reader))
                }
            case (3, .int64): group.rows = try reader.int()
            default: return false
            }
            return true
        }
        self = group
    }
}

extension ParquetMetadata.Chunk {
    fileprivate init(columnChunk reader: inout ThriftReader) throws(ParquetError) {
        var chunk = ParquetMetadata.Chunk()
        try reader.structure { (reader, field, type) throws(ParquetError) in
            guard field == 3, type == .structure else { return false }
            chunk = try ParquetMetadata.Chunk(metadata: &reader)
            return true
        }
        self = chunk
    }

    private init(metadata reader: inout ThriftReader) throws(ParquetError) {
        var chunk = ParquetMetadata.Chunk()
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (4, .int32): chunk.codec = try reader.int()
            case (5, .int64): chunk.values = try reader.int()
            case (7, .int64): chunk.compressedBytes = try reader.int()
            case (9, .int64): chunk.dataOffset = try reader.int()
            case (11, .int64): chunk.dictionaryOffset = try reader.int()
            default: return false
            }
            return true
        }
        self = chunk
    }
}
