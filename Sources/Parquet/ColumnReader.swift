/// Reads a column of one row group, page by page.
struct ColumnReader {
    /// The most bytes of a page.
    static let mostPageBytes = 1 << 30

    private let column: ParquetMetadata.Column
    private let type: ParquetMetadata.PhysicalType
    private let chunk: ParquetMetadata.Chunk
    private let codec: PageCodec
    private var pages: ByteCursor
    private var dictionary: [String]?

    /// Prepares to read a column whose pages lie in `file`.
    init(
        _ column: ParquetMetadata.Column,
        _ chunk: ParquetMetadata.Chunk,
        in file: [UInt8]
    ) throws(ParquetError) {
        guard let type = column.type, type != .int96, type != .fixedLengthByteArray else {
            throw ParquetError(.unsupported("a column of this type"))
        }
        guard let codec = PageCodec(rawValue: chunk.codec) else { throw ParquetError(.unsupported("this compression")) }
        let dictionary = chunk.dictionaryOffset.flatMap { $0 > 0 ? $0 : nil }
        let begin = min(dictionary ?? chunk.dataOffset, chunk.dataOffset)
        guard begin >= 0, begin <= file.count, chunk.compressedBytes >= 0, chunk.compressedBytes <= file.count - begin
        else { throw ParquetError(.malformed("its pages lie outside the file")) }
        self.column = column
        self.type = type
        self.chunk = chunk
        self.codec = codec
        pages = ByteCursor(file[begin..<begin + chunk.compressedBytes])
    }

    /// All values as texts; `nil` where there is none.
    mutating func texts() throws(ParquetError) -> [String?] {
        var texts: [String?] = []
        while texts.count < chunk.values {
            var header = ThriftReader(pages.rest)
            let page = try PageHeader(&header)
            _ = try pages.take(header.position - pages.position)
            let bytes = try pages.take(page.compressedBytes)
            guard page.uncompressedBytes <= Self.mostPageBytes else {
                throw ParquetError(.unsupported("a page of more than \(Self.mostPageBytes) bytes"))
            }
            switch page.kind {
            case .dictionary:
                let values = try codec.unpacked(bytes, count: page.uncompressedBytes)
                dictionary = try PlainValues.texts(values, type: type, count: page.values)
            case .data: texts += try dataPage(page, bytes, limit: chunk.values - texts.count)
            case .dataV2: texts += try dataPageV2(page, bytes, limit: chunk.values - texts.count)
            case .index, nil: break
            }
        }
        return texts
    }

    private func dataPage(
        _ page: PageHeader,
        _ bytes: ArraySlice<UInt8>,
        limit: Int
    ) throws(ParquetError) -> [String?] {
        var cursor = ByteCursor(try codec.unpacked(bytes, count: page.uncompressedBytes))
        let levels = column.isOptional ? try cursor.take(cursor.length()) : []
        return try rows(page, levels: levels, values: cursor.rest, limit: limit)
    }

    private func dataPageV2(
        _ page: PageHeader,
        _ bytes: ArraySlice<UInt8>,
        limit: Int
    ) throws(ParquetError) -> [String?] {
        var cursor = ByteCursor(bytes)
        _ = try cursor.take(page.repetitionBytes)
        let levels = try cursor.take(page.definitionBytes)
        let count = page.uncompressedBytes - page.repetitionBytes - page.definitionBytes
        let isPacked = page.isCompressed && count > 0
        let values = isPacked ? try codec.unpacked(cursor.rest, count: count) : cursor.rest
        return try rows(page, levels: levels, values: values, limit: limit)
    }

    /// Puts the values of a page into the rows that have one.
    private func rows(
        _ page: PageHeader,
        levels: ArraySlice<UInt8>,
        values: ArraySlice<UInt8>,
        limit: Int
    ) throws(ParquetError) -> [String?] {
        guard page.values > 0, page.values <= limit else {
            throw ParquetError(.malformed("a page has another number of values than the column"))
        }
        guard column.isOptional else { return try decoded(page, values, count: page.values) }
        let present = try HybridRuns.numbers(levels, bits: 1, count: page.values)
        let texts = try decoded(page, values, count: present.count { $0 == 1 })
        var next = 0
        return present.map { level in
            guard level == 1 else { return nil }
            defer { next += 1 }
            return texts[next]
        }
    }

    private func decoded(
        _ page: PageHeader,
        _ values: ArraySlice<UInt8>,
        count: Int
    ) throws(ParquetError) -> [String] {
        switch page.encoding {
        case 0: return try PlainValues.texts(values, type: type, count: count)
        case 2, 8: return try dictionaryTexts(values, count: count)
        case 3 where type == .boolean:
            var cursor = ByteCursor(values)
            let flags = try HybridRuns.numbers(cursor.take(cursor.length()), bits: 1, count: count)
            return flags.map { $0 == 1 ? "true" : "false" }
        default: throw ParquetError(.unsupported("encoding \(page.encoding)"))
        }
    }

    private func dictionaryTexts(_ values: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [String] {
        guard let dictionary else { throw ParquetError(.malformed("a page needs a dictionary that is not there")) }
        if count == 0 { return [] }
        var cursor = ByteCursor(values)
        let bits = Int(try cursor.byte())
        let indices = try HybridRuns.numbers(cursor.rest, bits: bits, count: count)
        guard indices.allSatisfy({ $0 < dictionary.count }) else {
            throw ParquetError(.malformed("a value is not in the dictionary"))
        }
        return indices.map { dictionary[$0] }
    }
}
