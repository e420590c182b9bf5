/// The CRC-32 of ISO 3309, as gzip and PNG use it (polynomial 0xEDB88320, reflected).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// The checksum of a range of bytes.
    static func checksum(of bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt32 {
        let table = table
        var value = ~UInt32(0)
        for index in range {
            value = table[Int((value ^ UInt32(bytes[index])) & 0xFF)] ^ value >> 8
        }
        return ~value
    }
}
