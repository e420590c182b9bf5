/// Reads values in Parquet's plain encoding as texts: one after the other, texts with their length before them.
enum PlainValues {
    /// The first `count` values; whole numbers and fractions are written as usual, booleans as `true` and `false`.
    static func texts(
        _ bytes: ArraySlice<UInt8>,
        type: ParquetMetadata.PhysicalType,
        count: Int
    ) throws(ParquetError) -> [String] {
        if type == .boolean { return try booleans(bytes, count: count) }
        var cursor = ByteCursor(bytes)
        var texts: [String] = []
        // The smallest value takes four bytes.
        texts.reserveCapacity(min(count, bytes.count / 4))
        while texts.count < count { texts.append(try text(&cursor, type: type)) }
        return texts
    }

    private static func text(
        _ cursor: inout ByteCursor,
        type: ParquetMetadata.PhysicalType
    ) throws(ParquetError) -> String {
        switch type {
        case .byteArray: return try utf8(cursor.take(cursor.length()))
        case .int32: return String(Int32(truncatingIfNeeded: try cursor.number(bytes: 4)))
        case .int64: return String(Int64(bitPattern: try cursor.number(bytes: 8)))
        case .float: return String(Float(bitPattern: UInt32(truncatingIfNeeded: try cursor.number(bytes: 4))))
        case .double: return String(Double(bitPattern: try cursor.number(bytes: 8)))
        case .boolean, .int96, .fixedLengthByteArray: throw ParquetError(.unsupported("the type \(type)"))
        }
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) throws(ParquetError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw ParquetError(.malformed("a text is not UTF-8"))
        }
    }

    private static func booleans(_ bytes: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [String] {
        var flags: [Int] = []
        try HybridRuns.unpack(bytes, bits: 1, into: &flags, atMost: count)
        guard flags.count == count else { throw ByteCursor.cutOff }
        return flags.map { $0 == 1 ? "true" : "false" }
    }
}
