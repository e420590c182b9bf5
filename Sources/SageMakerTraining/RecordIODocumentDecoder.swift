internal import Gzip
internal import JSON
internal import RecordIO

/// Reads documents from RecordIO: each record is a whole data file, or one attribute of an augmented manifest, so that
/// text and label come in turn.
///
/// Source: AWS, "Augmented Manifest Files for Training Jobs".
struct RecordIODocumentDecoder: DocumentDecoder {
    private enum Content {
        case files
        case attributes(AttributeRow)
    }

    private let columns: DocumentColumns
    private let contentType: String?
    private var reader = RecordIOReader()
    private var content: Content?
    private var record = 0

    init(_ columns: DocumentColumns, contentType: String?) {
        self.columns = columns
        self.contentType = contentType
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        reader.feed(chunk)
        do {
            while let bytes = try reader.nextRecord() {
                record += 1
                try take(bytes, into: &documents)
            }
        } catch let error as RecordIOError {
            throw TrainingError(.malformed(error.description))
        } catch let error as TrainingError {
            let place = "RecordIO record \(record)"
            throw TrainingError(error.kind, at: error.place.map { "\(place): \($0)" } ?? place)
        } catch {
            throw TrainingError(.unexpected("\(error)"))
        }
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        do {
            try reader.finish()
        } catch {
            throw TrainingError(.malformed(error.description))
        }
        if case .attributes(let row) = content { try row.requireNothingLeft() }
    }

    private mutating func take(_ bytes: [UInt8], into documents: inout DocumentCollector) throws {
        let known = try content ?? content(first: bytes)
        switch known {
        case .files:
            content = known
            try read(bytes, into: &documents)
        case .attributes(var row):
            content = nil
            try row.take(bytes, into: &documents)
            content = .attributes(row)
        }
    }

    /// Decides by the first record and what the job says of its records.
    private func content(first bytes: [UInt8]) throws(TrainingError) -> Content {
        if let names = columns.attributes { return .attributes(try AttributeRow(names, columns)) }
        if RecordFormat.isDataFile(bytes, columns, contentType: contentType) { return .files }
        return .attributes(try AttributeRow(DocumentColumns.defaultAttributes, columns))
    }

    private func read(_ file: [UInt8], into documents: inout DocumentCollector) throws {
        let bytes = GzipFormat.matches(file) ? try inflated(file) : file
        if bytes.isEmpty { return }
        let format = try RecordFormat(start: bytes, fileName: "", contentType: contentType)
        if format == .recordIO { throw TrainingError(.unsupportedFormat("RecordIO inside RecordIO")) }
        var decoder = format.decoder(columns)
        try decoder.feed(bytes, into: &documents)
        try decoder.finish(into: &documents)
    }

    private func inflated(_ file: [UInt8]) throws(TrainingError) -> [UInt8] {
        do {
            return try Inflater.inflate(file)
        } catch {
            throw TrainingError(.malformed("\(error)"))
        }
    }
}
