internal import Gzip

/// How pages are compressed.
enum PageCodec: Int {
    case uncompressed = 0
    case snappy, gzip, lzo, brotli, lz4, zstd, lz4Raw

    /// The bytes of a page; there are `count` of them.
    func unpacked(_ page: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> ArraySlice<UInt8> {
        switch self {
        case .uncompressed: return page
        case .snappy: return try Snappy.unpacked(page, count: count)[...]
        case .gzip: return try inflated(page, count: count)[...]
        case .zstd: return try Zstandard.unpacked(page, count: count)[...]
        case .lzo, .brotli, .lz4, .lz4Raw: throw ParquetError(.unsupported("\(self) compression"))
        }
    }

    private func inflated(_ page: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [UInt8] {
        do {
            return try Inflater.inflate(Array(page), limits: Inflater.Limits(outputBytes: count))
        } catch {
            throw ParquetError(.malformed("\(error)"))
        }
    }
}
