/// How a CSV text is written: RFC 4180, with a delimiter of choice.
public struct CSVDialect: Sendable, Equatable {
    /// The byte between two fields; a comma in RFC 4180.
    public var delimiter: UInt8
    /// Whether a line without a byte is passed over, as most readers do; else it is a record of one empty field.
    public var skipsBlankLines: Bool

    /// The delimiter of RFC 4180.
    public static let comma = UInt8(ascii: ",")

    /// Creates a dialect; the defaults are those of RFC 4180.
    public init(delimiter: UInt8 = CSVDialect.comma, skipsBlankLines: Bool = true) {
        self.delimiter = delimiter
        self.skipsBlankLines = skipsBlankLines
    }
}

/// The sizes that a CSV reader accepts.
public struct CSVLimits: Sendable, Equatable {
    /// The most bytes in one field.
    public var fieldBytes: Int
    /// The most fields in one record.
    public var fieldsPerRecord: Int

    /// Creates limits; the defaults are 16 MiB a field and 4,096 fields a record.
    public init(fieldBytes: Int = 16 << 20, fieldsPerRecord: Int = 4096) {
        self.fieldBytes = fieldBytes
        self.fieldsPerRecord = fieldsPerRecord
    }
}
