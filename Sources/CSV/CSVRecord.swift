/// One record: its fields without quotes, back to back in one buffer.
///
/// A reader uses the buffer again for the next record when nobody else holds it, so that a loop over records does
/// not allocate.
public struct CSVRecord: Sendable {
    /// Where a field lies.
    struct Field: Sendable {
        /// The offset in `bytes` after the last byte of the field.
        var end: Int
        /// The offset in the text of the field's first byte, after the quote.
        var source: Int
        var isQuoted: Bool
    }

    /// The content of all fields, without separators.
    public internal(set) var bytes: [UInt8] = []
    var fields: [Field] = []
    /// The number of the record, counted from 1; the header counts.
    public internal(set) var number = 0
    /// The line on which the record begins, counted from 1.
    public internal(set) var line = 1
    /// The offset in the text of the record's first byte.
    public internal(set) var byteOffset = 0

    private let delimiter: UInt8

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// The number of fields.
    public var count: Int { fields.count }

    /// The range of `bytes` that holds the field at `index`.
    ///
    /// - Precondition: `index` is less than `count`.
    public func range(at index: Int) -> Range<Int> {
        (index == 0 ? 0 : fields[index - 1].end)..<fields[index].end
    }

    /// The bytes of the field at `index`.
    ///
    /// - Precondition: `index` is less than `count`.
    public subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[range(at: index)]
    }

    /// The field at `index` as a string.
    ///
    /// - Precondition: `index` is less than `count`.
    /// - Throws: `CSVError` with the offset in the text of the first byte that is not UTF-8.
    public func string(at index: Int) throws(CSVError) -> String {
        let field = self[index]
        do {
            return String(copying: try UTF8Span(validating: field.span))
        } catch {
            throw invalidUTF8(at: error.byteOffsets.lowerBound, field: index)
        }
    }

    /// All fields as strings.
    ///
    /// - Throws: `CSVError` with the offset in the text of the first byte that is not UTF-8.
    public func strings() throws(CSVError) -> [String] {
        var strings: [String] = []
        strings.reserveCapacity(count)
        for index in 0..<count {
            strings.append(try string(at: index))
        }
        return strings
    }

    /// Checks that the record has as many fields as the header, or as the first record where there is no header.
    ///
    /// - Throws: `CSVError` of kind `fieldCount`.
    public func requireCount(_ expected: Int, hasHeader: Bool = true) throws(CSVError) {
        guard count == expected else {
            throw CSVError(
                .fieldCount(found: count, expected: expected, hasHeader: hasHeader, delimiter: delimiter),
                record: number,
                line: line,
                byte: byteOffset
            )
        }
    }

    private func invalidUTF8(at offset: Int, field index: Int) -> CSVError {
        let before = self[index].prefix(offset)
        // A quote inside a quoted field takes two bytes of the text.
        let doubled = fields[index].isQuoted ? before.count { $0 == UInt8(ascii: "\"") } : 0
        let lineEnds = before.count { $0 == UInt8(ascii: "\n") } + lineEnds(before: index)
        return CSVError(
            .invalidUTF8(field: index + 1),
            record: number,
            line: line + lineEnds,
            byte: fields[index].source + offset + doubled
        )
    }

    private func lineEnds(before index: Int) -> Int {
        bytes[..<range(at: index).lowerBound].count { $0 == UInt8(ascii: "\n") }
    }
}
