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
    /// A decoder for one file of this format.
    func decoder(_ columns: DocumentColumns) -> any DocumentDecoder {
        switch self {
        case .csv: CSVDocumentDecoder(columns)
        case .jsonLines: JSONLinesDocumentDecoder(columns)
        case .jsonArray: JSONArrayDocumentDecoder(columns)
        }
    }
}
