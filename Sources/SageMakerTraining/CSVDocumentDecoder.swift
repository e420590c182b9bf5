internal import CSV

/// Reads documents from CSV: with a header that names the columns, where semicolons or tabs may stand for commas, or
/// headerless with two columns, label first, as SageMaker's own algorithms have it.
struct CSVDocumentDecoder: DocumentDecoder {
    private struct Layout {
        let places: DocumentColumns.Places
        let count: Int
        /// The header; `nil` where there is none.
        let header: [String]?
    }

    /// What may stand between two fields; spreadsheets in Portuguese and Spanish write semicolons.
    private static let delimiters = [CSVDialect.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
    /// How many bytes are looked at for a header.
    private static let headerBytes = 64 << 10

    private static let byteOrderMark = "\u{FEFF}"

    private let columns: DocumentColumns
    private let isConcatenated: Bool
    private var reader: CSVReader?
    private var seam: HeaderSeam?
    private var layout: Layout?

    /// Creates a decoder; where files were joined the header comes again, and maybe without a line end before it.
    init(_ columns: DocumentColumns, isConcatenated: Bool = false) {
        self.columns = columns
        self.isConcatenated = isConcatenated
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        if reader == nil { begin(chunk) }
        reader?.feed(seam?.repair(chunk) ?? chunk)
        try takeRecords(into: &documents)
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        if let held = seam?.finish() {
            reader?.feed(held)
            try takeRecords(into: &documents)
        }
        reader?.finish()
        try takeRecords(into: &documents)
    }

    private mutating func begin(_ start: [UInt8]) {
        let named = Self.dialect(ofHeader: start, columns)
        reader = CSVReader(dialect: named ?? CSVDialect())
        if isConcatenated, named != nil { seam = HeaderSeam(start: start) }
    }

    /// The dialect whose delimiter makes the first record a header; `nil` where none does.
    static func dialect(ofHeader start: [UInt8], _ columns: DocumentColumns) -> CSVDialect? {
        let start = Array(start.prefix(headerBytes))
        return delimiters.map { CSVDialect(delimiter: $0) }.first { dialect in
            var reader = CSVReader(bytes: start, dialect: dialect)
            guard let names = try? reader.nextRecord()?.strings() else { return false }
            return columns.areNamed(in: names)
        }
    }

    private mutating func takeRecords(into documents: inout DocumentCollector) throws(TrainingError) {
        do {
            while let record = try reader?.nextRecord() {
                try take(record, into: &documents)
            }
        } catch let error as CSVError {
            throw TrainingError(.malformed(error.description))
        } catch let error as TrainingError {
            throw error
        } catch {
            throw TrainingError(.unexpected("\(error)"))
        }
    }

    private mutating func take(_ record: CSVRecord, into documents: inout DocumentCollector) throws {
        guard let layout else {
            let layout = try Self.layout(of: record, columns)
            self.layout = layout
            if layout.header == nil { try add(record, layout, to: &documents) }
            return
        }
        if Self.isHeader(record, of: layout) { return }
        try record.requireCount(layout.count, hasHeader: layout.header != nil)
        try add(record, layout, to: &documents)
    }

    private func add(_ record: CSVRecord, _ layout: Layout, to documents: inout DocumentCollector) throws {
        let filtered = try layout.places.filter.map { try record.string(at: $0) }
        guard columns.admits(filtered) else { return documents.pass() }
        let text = try record.string(at: layout.places.text)
        let label = try record.string(at: layout.places.label)
        do {
            try documents.add(text: text, label: label, column: layout.header == nil ? "1" : columns.label)
        } catch {
            throw TrainingError(error.kind, at: "CSV line \(record.line)")
        }
    }

    private static func layout(of first: CSVRecord, _ columns: DocumentColumns) throws -> Layout {
        let names = try first.strings()
        if !columns.isNamed, names.count == 2, !columns.areNamed(in: names) {
            return Layout(places: .init(text: 1, label: 0, filter: nil), count: 2, header: nil)
        }
        return Layout(places: try columns.places(in: names), count: names.count, header: names)
    }

    /// Whether the header comes again, as it does where files were joined.
    private static func isHeader(_ record: CSVRecord, of layout: Layout) -> Bool {
        guard let header = layout.header, record.count == header.count else { return false }
        return header.indices.allSatisfy { index in
            let field = record[index]
            let mark = index == 0 && field.starts(with: byteOrderMark.utf8) ? byteOrderMark.utf8.count : 0
            return field.dropFirst(mark).elementsEqual(header[index].utf8)
        }
    }
}
