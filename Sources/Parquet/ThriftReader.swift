/// Reads structures in Thrift's compact protocol, in which Parquet writes its metadata.
///
/// Source: Apache Thrift, "thrift-compact-protocol.md".
struct ThriftReader {
    /// The types of the protocol.
    enum FieldType: UInt8 {
        case boolTrue = 1
        case boolFalse, byte, int16, int32, int64, double, binary, list, set, map, structure
    }

    /// The deepest nesting that is followed.
    private static let deepest = 32

    private var cursor: ByteCursor
    private var depth = 0

    init(_ bytes: ArraySlice<UInt8>) {
        cursor = ByteCursor(bytes)
    }

    /// Where the bytes that are not read yet begin.
    var position: Int { cursor.position }

    /// Reads a structure: `field` is called with each field's number and type, and says whether it has read the field;
    /// others are passed over.
    mutating func structure(
        _ field: (inout ThriftReader, Int, FieldType) throws(ParquetError) -> Bool
    ) throws(ParquetError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw ParquetError(.malformed("the metadata is nested too deeply")) }
        var number = 0
        while true {
            let head = try cursor.byte()
            if head == 0 { return }
            let type = try Self.type(head & 0x0F)
            number = head >> 4 == 0 ? Int(truncatingIfNeeded: try integer()) : number &+ Int(head >> 4)
            if try !field(&self, number, type) { try skip(type) }
        }
    }

    /// Reads a list by calling `element` for each one.
    mutating func list(_ element: (inout ThriftReader) throws(ParquetError) -> Void) throws(ParquetError) {
        let (count, _) = try listHead()
        for _ in 0..<count { try element(&self) }
    }

    /// A whole number of any width (zigzag).
    mutating func integer() throws(ParquetError) -> Int64 {
        let raw = try cursor.varint()
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }

    mutating func int() throws(ParquetError) -> Int {
        Int(try integer())
    }

    mutating func string() throws(ParquetError) -> String {
        String(decoding: try cursor.take(cursor.size()), as: UTF8.self)
    }

    private mutating func listHead() throws(ParquetError) -> (count: Int, type: FieldType) {
        let head = try cursor.byte()
        let type = try Self.type(head & 0x0F)
        let count = head >> 4 == 15 ? try cursor.size() : Int(head >> 4)
        // Each element takes a byte at least.
        guard count <= cursor.rest.count else { throw ByteCursor.cutOff }
        return (count, type)
    }

    private mutating func skip(_ type: FieldType) throws(ParquetError) {
        switch type {
        case .boolTrue, .boolFalse: break
        case .byte: _ = try cursor.byte()
        case .int16, .int32, .int64: _ = try cursor.varint()
        case .double: _ = try cursor.take(8)
        case .binary: _ = try cursor.take(cursor.size())
        case .list, .set: try skipList()
        case .map: throw ParquetError(.unsupported("a map in the metadata"))
        case .structure: try structure { _, _, _ in false }
        }
    }

    private mutating func skipList() throws(ParquetError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw ParquetError(.malformed("the metadata is nested too deeply")) }
        let (count, type) = try listHead()
        for _ in 0..<count {
            // A boolean takes a byte in a list.
            if type == .boolTrue || type == .boolFalse { _ = try cursor.byte() } else { try skip(type) }
        }
    }

    private static func type(_ code: UInt8) throws(ParquetError) -> FieldType {
        guard let type = FieldType(rawValue: code) else {
            throw ParquetError(.malformed("the metadata cannot be read"))
        }
        return type
    }
}
