internal import CZlib

/// The checksum of RFC 1952 section 8, as gzip and PNG use it, by zlib.
public enum CRC32 {
    /// The checksum of bytes that follow others, whose checksum is `start`; O(bytes).
    public static func checksum(of bytes: borrowing Span<UInt8>, after start: UInt32 = 0) -> UInt32 {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            guard let first = bytes.baseAddress else { return start }
            return unsafe UInt32(truncatingIfNeeded: crc32_z(UInt(start), first, bytes.count))
        }
    }
}
