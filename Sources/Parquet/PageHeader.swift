/// What stands before each page of a column.
struct PageHeader {
    enum Kind: Int {
        case data = 0
        case index, dictionary, dataV2
    }

    var kind: Kind?
    var uncompressedBytes = 0
    var compressedBytes = 0
    var values = 0
    var encoding = 0
    /// The bytes of the levels, which version 2 leaves uncompressed.
    var definitionBytes = 0
    var repetitionBytes = 0
    var isCompressed = true

    /// Reads a header.
    init(_ reader: inout ThriftReader) throws(ParquetError) {
        var header = Self()
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (1, .int32): header.kind = Kind(rawValue: try reader.int())
            case (2, .int32): header.uncompressedBytes = try reader.int()
            case (3, .int32): header.compressedBytes = try reader.int()
            case (5, .structure), (7, .structure): try header.readValues(&reader, encodingField: 2)
            case (8, .structure): try header.readValues(&reader, encodingField: 4)
            default: return false
            }
            return true
        }
        let sizes = [
            header.uncompressedBytes, header.compressedBytes, header.values, header.definitionBytes,
            header.repetitionBytes,
        ]
        guard sizes.allSatisfy({ $0 >= 0 }) else { throw ParquetError(.malformed("a page has a negative size")) }
        self = header
    }

    private init() {}

    private mutating func readValues(_ reader: inout ThriftReader, encodingField: Int) throws(ParquetError) {
        var header = self
        try reader.structure { (reader, field, type) throws(ParquetError) in
            switch (field, type) {
            case (1, .int32): header.values = try reader.int()
            case (encodingField, .int32): header.encoding = try reader.int()
            case (5, .int32): header.definitionBytes = try reader.int()
            case (6, .int32): header.repetitionBytes = try reader.int()
            case (7, .boolTrue), (7, .boolFalse): header.isCompressed = type == .boolTrue
            default: return false
            }
            return true
        }
        self = header
    }
}
