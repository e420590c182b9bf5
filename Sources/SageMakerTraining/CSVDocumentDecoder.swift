internal import CSV

/// Reads documents from CSV: with a header that names the columns, where semicolons or tabs may stand for commas, or
/// headerless with two columns, label first, as SageMaker's own algorithms have it.
struct CSVDocumentDecoder: DocumentDecoder {
    private struct Layout {
        let text: Int
        let label: Int
        let count: Int
        let hasHeader: Bool
    }

    /// What may stand between two fields; spreadsheets in Portuguese and Spanish write semicolons.
    private static let delimiters = [CSVDialect.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
    /// How many bytes are looked at for a header.
    private static let headerBytes = 64 << 10

    private let columns: DocumentColumns
    private var reader: CSVReader?
    private var layout: Layout?

    init(_ columns: DocumentColumns) {
        self.columns = columns
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        if reader == nil { reader = CSVReader(dialect: dialect(of: chunk)) }
        reader?.feed(chunk)
        try takeRecords(into: &documents)
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        reader?.finish()
        try takeRecords(into: &documents)
    }

    /// The dialect whose delimiter makes the first record a header; else commas.
    private func dialect(of start: [UInt8]) -> CSVDialect {
        let start = Array(start.prefix(Self.headerBytes))
        return Self.delimiters.map { CSVDialect(delimiter: $0) }.first { dialect in
            var reader = CSVReader(bytes: start, dialect: dialect)
            guard let names = try? reader.nextRecord()?.strings() else { return false }
            return columns.areNamed(in: names)
        } ?? CSVDialect()
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
            if !layout.hasHeader { try add(record, layout, to: &documents) }
            return
        }
        try record.requireCount(layout.count, hasHeader: layout.hasHeader)
        try add(record, layout, to: &documents)
    }

    private func add(_ record: CSVRecord, _ layout: Layout, to documents: inout DocumentCollector) throws {
        let text = try record.string(at: layout.text)
        let label = try record.string(at: layout.label)
        do {
            try documents.add(text: text, label: label, column: layout.hasHeader ? columns.label : "1")
        } catch {
            throw TrainingError(error.kind, at: "CSV line \(record.line)")
        }
    }

    private static func layout(of first: CSVRecord, _ columns: DocumentColumns) throws -> Layout {
        let names = try first.strings()
        if !columns.isNamed, names.count == 2, !columns.areNamed(in: names) {
            return Layout(text: 1, label: 0, count: 2, hasHeader: false)
        }
        let indices = try columns.indices(in: names)
        return Layout(text: indices.text, label: indices.label, count: names.count, hasHeader: true)
    }
}
