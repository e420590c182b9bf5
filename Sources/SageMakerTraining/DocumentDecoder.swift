/// Turns the bytes of one data file into documents, chunk by chunk.
protocol DocumentDecoder {
    /// Takes the next bytes.
    ///
    /// - Throws: `TrainingError` whose place is the line, without the file.
    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError)

    /// Takes what is left at the end of the file.
    ///
    /// - Throws: as `feed` does.
    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError)
}

extension RecordFormat {
    /// A decoder for one file of this format, or for several that were joined byte for byte.
    func decoder(
        _ columns: DocumentColumns,
        contentType: String? = nil,
        isConcatenated: Bool = false
    ) -> any DocumentDecoder {
        switch self {
        case .csv: CSVDocumentDecoder(columns, isConcatenated: isConcatenated)
        case .jsonLines: JSONLinesDocumentDecoder(columns, isConcatenated: isConcatenated)
        case .jsonArray: JSONArrayDocumentDecoder(columns, isConcatenated: isConcatenated)
        case .blazingText: BlazingTextDocumentDecoder(columns, isConcatenated: isConcatenated)
        case .parquet: ParquetDocumentDecoder(columns, isConcatenated: isConcatenated)
        case .recordIO: RecordIODocumentDecoder(columns, contentType: contentType)
        }
    }
}
