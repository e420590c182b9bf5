internal import CZstd

/// Unpacks the Zstandard format (RFC 8878) by libzstd.
enum Zstandard {
    /// The most bytes that a byte of a frame unpacks to: a block of one repeated byte takes four and stands for 128 KiB.
    private static let greatestRatio = 32_768

    /// Unpacks frames; pages of memory are taken only as they are written.
    ///
    /// - Throws: `ParquetError` when the frames are damaged or unpack to another length than `count`.
    static func unpacked(_ frames: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [UInt8] {
        guard count / greatestRatio <= frames.count else {
            throw ParquetError(.malformed("a Zstandard page has another length"))
        }
        var result = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, length in
            result = unsafe frames.withUnsafeBytes { input in
                unsafe ZSTD_decompress(output.baseAddress, output.count, input.baseAddress, input.count)
            }
            length = ZSTD_isError(result) == 0 ? result : 0
        }
        guard ZSTD_isError(result) == 0 else {
            throw ParquetError(.malformed(unsafe "a Zstandard page: \(String(cString: ZSTD_getErrorName(result)))"))
        }
        guard bytes.count == count else { throw ParquetError(.malformed("a Zstandard page has another length")) }
        return bytes
    }
}
