/// Reads CSV (RFC 4180) from memory or from chunks as they come.
///
/// The whole text at once:
///
///     var reader = CSVReader(bytes: bytes)
///     while let record = try reader.nextRecord() { ... }
///
/// In chunks: `feed` one, take records until `nextRecord` gives `nil`, `feed` the next; after the last one call
/// `finish` and take the rest.
public struct CSVReader: Sendable {
    private var scanner: CSVScanner
    private var record: CSVRecord
    private var chunk: [UInt8]
    private var position = 0
    private var isFinished: Bool
    private var failure: CSVError?

    /// Creates a reader of a whole text.
    public init(bytes: [UInt8], dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
        scanner = CSVScanner(dialect: dialect, limits: limits)
        record = CSVRecord(delimiter: dialect.delimiter)
        chunk = bytes
        isFinished = true
    }

    /// Creates a reader that is fed with chunks.
    public init(dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
        scanner = CSVScanner(dialect: dialect, limits: limits)
        record = CSVRecord(delimiter: dialect.delimiter)
        chunk = []
        isFinished = false
    }

    /// Gives the next bytes of the text; all records of the chunk before must have been taken.
    public mutating func feed(_ bytes: [UInt8]) {
        assert(position == chunk.count, "records of the chunk before were not taken")
        scanner.advance(by: chunk.count)
        chunk = bytes
        position = 0
    }

    /// Says that no more bytes come.
    public mutating func finish() {
        isFinished = true
    }

    /// The next record, or `nil` when the bytes so far hold no further whole one.
    ///
    /// - Throws: `CSVError`; every later call throws it again, since where the next record begins is not known.
    /// - Complexity: linear in the bytes of the record.
    public mutating func nextRecord() throws(CSVError) -> CSVRecord? {
        if let failure { throw failure }
        do {
            return try scanRecord() ? record : nil
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func scanRecord() throws(CSVError) -> Bool {
        if position < chunk.count, try scanner.scan(chunk, &position, into: &record) { return true }
        return isFinished ? try scanner.finish(at: position, into: &record) : false
    }
}
