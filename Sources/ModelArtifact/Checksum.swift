import CZlib

/// CRC-32 as in RFC 1952 section 8.
enum Checksum {
    /// The checksum of bytes that follow others, whose checksum is `start`.
    static func crc32(_ bytes: [UInt8], after start: UInt32 = 0) -> UInt32 {
        unsafe bytes.withUnsafeBytes { unsafe crc32($0, after: start) }
    }

    @unsafe
    static func crc32(_ bytes: UnsafeRawBufferPointer, after start: UInt32 = 0) -> UInt32 {
        guard let base = bytes.baseAddress else { return start }
        let first = unsafe base.assumingMemoryBound(to: UInt8.self)
        return unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(start), first, bytes.count))
    }
}
