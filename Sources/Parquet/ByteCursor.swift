/// Reads numbers from bytes, and never beyond their end.
struct ByteCursor {
    let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    /// The bytes that are not read yet.
    var rest: ArraySlice<UInt8> { bytes[position...] }

    mutating func byte() throws(ParquetError) -> UInt8 {
        guard position < bytes.endIndex else { throw Self.cutOff }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func take(_ count: Int) throws(ParquetError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.endIndex - position else { throw Self.cutOff }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A little-endian number of `count` bytes, up to 8.
    mutating func number(bytes count: Int) throws(ParquetError) -> UInt64 {
        guard count <= bytes.endIndex - position else { throw Self.cutOff }
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[position + index]) << UInt64(8 * index) }
        position += count
        return value
    }

    /// A length or count of four bytes.
    mutating func length() throws(ParquetError) -> Int {
        Int(try number(bytes: 4))
    }

    /// A number in groups of 7 bits (ULEB128).
    mutating func varint() throws(ParquetError) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next & 0x80 == 0 { return value }
        }
        throw ParquetError(.malformed("a number has more than 64 bits"))
    }

    /// A varint that counts or measures something.
    mutating func size() throws(ParquetError) -> Int {
        guard let size = Int(exactly: try varint()) else { throw Self.cutOff }
        return size
    }

    static let cutOff = ParquetError(.malformed("the data ends too early"))
}
